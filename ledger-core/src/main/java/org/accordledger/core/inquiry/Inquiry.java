package org.accordledger.core.inquiry;

import java.time.LocalDate;
import java.util.Locale;
import org.accordledger.core.inquiry.InquiryEvent.AllegationBrought;
import org.accordledger.core.inquiry.InquiryEvent.InquiryAnswered;
import org.accordledger.core.inquiry.InquiryEvent.InquiryOpened;
import org.accordledger.core.inquiry.InquiryEvent.InquiryResolved;
import org.jspecify.annotations.Nullable;

/**
 * What the events of an inquiry's stream add up to.
 *
 * @param lastAct day of the last act, which no later one may precede
 */
public record Inquiry(InquiryOpened opened, Status status, LocalDate lastAct) {
  /** Where an inquiry stands. */
  public enum Status {
    OPEN,
    ANSWERED,
    RESOLVED,
    ALLEGED;

    /** The status as the API shows it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean isOver() {
      return this == RESOLVED || this == ALLEGED;
    }
  }

  /**
   * The state after one more event.
   *
   * @param before null before the first event of the stream
   * @throws IllegalStateException if the event cannot follow what came before
   */
  public static Inquiry evolve(@Nullable Inquiry before, InquiryEvent event) {
    if (event instanceof InquiryOpened first) {
      if (before != null) {
        throw new IllegalStateException(first.inquiry() + " was opened before");
      }
      return new Inquiry(first, Status.OPEN, first.filed().day());
    }
    if (before == null) {
      throw new IllegalStateException(
          "an inquiry's stream starts with its opening, not with "
              + event.getClass().getSimpleName());
    }
    return new Inquiry(before.opened(), after(event), event.filed().day());
  }

  private static Status after(InquiryEvent event) {
    return switch (event) {
      case InquiryOpened _ -> Status.OPEN;
      case InquiryAnswered _ -> Status.ANSWERED;
      case InquiryResolved _ -> Status.RESOLVED;
      case AllegationBrought _ -> Status.ALLEGED;
    };
  }

  public InquiryId id() {
    return opened.inquiry();
  }
}
