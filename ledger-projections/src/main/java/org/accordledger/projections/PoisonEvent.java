package org.accordledger.projections;

import java.util.List;
import java.util.function.Consumer;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;

/** One event that a projection cannot apply, named by its position. */
public final class PoisonEvent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long position;

  PoisonEvent(Recorded<?> recorded, RuntimeException cause) {
    super(
        "event %d (%s of stream %s, version %d) cannot be applied: %s"
            .formatted(
                recorded.position(),
                recorded.event().getClass().getSimpleName(),
                recorded.streamId(),
                recorded.streamVersion(),
                cause.getMessage() != null ? cause.getMessage() : cause.getClass().getSimpleName()),
        cause);
    this.position = recorded.position();
  }

  /** Position of the event in the log. */
  public long position() {
    return position;
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
