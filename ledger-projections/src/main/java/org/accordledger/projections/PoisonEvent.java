package org.accordledger.projections;

import java.util.List;
import java.util.function.Consumer;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;

/** One event that a projection cannot apply, named by its position. */
public final class PoisonEvent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long position;
  private final String streamId;
  private final long streamVersion;
  private final String type;
  private final String why;

  PoisonEvent(Recorded<?> recorded, RuntimeException cause) {
    super(
        "event %d (%s of stream %s, version %d) cannot be applied: %s"
            .formatted(
                recorded.position(),
                recorded.event().getClass().getSimpleName(),
                recorded.streamId(),
                recorded.streamVersion(),
                reason(cause)),
        cause);
    this.position = recorded.position();
    this.streamId = recorded.streamId();
    this.streamVersion = recorded.streamVersion();
    this.type = recorded.event().getClass().getSimpleName();
    this.why = reason(cause);
  }

  /** What a failure says of itself, or else what it is. */
  static String reason(Throwable cause) {
    return cause.getMessage() != null ? cause.getMessage() : cause.getClass().getSimpleName();
  }

  /** Position of the event in the log. */
  public long position() {
    return position;
  }

  String streamId() {
    return streamId;
  }

  long streamVersion() {
    return streamVersion;
  }

  /** Simple name of the event's class. */
  String type() {
    return type;
  }

  /** What applying it failed with. */
  String why() {
    return why;
  }

  /**
   * Runs an action on each event in turn, so that a failure says which event it was.
   *
   * @throws PoisonEvent if the action fails
   */
  public static void guarding(
      List<Recorded<? extends LedgerEvent>> batch,
      Consumer<Recorded<? extends LedgerEvent>> action) {
    for (Recorded<? extends LedgerEvent> recorded : batch) {
      try {
        action.accept(recorded);
      } catch (RuntimeException e) {
        throw new PoisonEvent(recorded, e);
      }
    }
  }
}
