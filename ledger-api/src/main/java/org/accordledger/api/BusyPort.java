package org.accordledger.api;

import java.net.BindException;
import java.util.function.Supplier;
import org.accordledger.core.InvalidValue;

/** Says in one sentence that the address cannot be had. */
final class BusyPort {
  private BusyPort() {}

  static <T> T explained(LedgerSettings settings, Supplier<T> start) {
    try {
      return start.get();
    } catch (RuntimeException failure) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof BindException
            || cause.getClass().getSimpleName().equals("PortInUseException")) {
          String where = settings.bindAddress().getHostAddress() + ":" + settings.port();
          throw new InvalidValue(
              "ledger.port",
              "cannot be had: " + where + " is busy or not of this machine; choose another");
        }
      }
      throw failure;
    }
  }
}
