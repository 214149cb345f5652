package org.accordledger.api.client;

/** No ledger answers at an address: one sentence with what to do. */
public final class ServerUnreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ServerUnreachable(String message) {
    super(message, null, false, false);
  }
}
