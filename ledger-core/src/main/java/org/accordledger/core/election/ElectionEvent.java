package org.accordledger.core.election;

import java.time.LocalDate;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.accord.ObserverReport;
import org.jspecify.annotations.Nullable;

/** What can have happened to the record of an election. */
public sealed interface ElectionEvent extends LedgerEvent {
  /**
   * The first event of an election's stream.
   *
   * @param country where it is held
   * @param title what is elected, in one line
   * @param heldOn the day of the vote, its first day if it has several; absent if not known
   * @param source where this is recorded: a citation or an address
   */
  record ElectionRegistered(
      ElectionId election,
      BodyId country,
      String title,
      @Nullable LocalDate heldOn,
      String source,
      Filing filed)
      implements ElectionEvent {}

  /**
   * The day of the vote became known, was moved or is corrected.
   *
   * @param reason why it takes the place of another day, as content; absent if there was none
   */
  record ElectionDated(LocalDate heldOn, @Nullable ContentRef reason, Filing filed)
      implements ElectionEvent {}

  /** Somebody observes the election. */
  record MissionNamed(BodyId mission, String title, String source, Filing filed)
      implements ElectionEvent {}

  /** Nobody observes the election. A mission that is named later says otherwise. */
  record NoMissionRecorded(String source, Filing filed) implements ElectionEvent {}

  /**
   * Observers spoke.
   *
   * @param reason why the day takes the place of another one, as content; absent if there was none
   */
  record ReportRecorded(
      BodyId mission,
      ObserverReport report,
      LocalDate publishedOn,
      String source,
      @Nullable ContentRef reason,
      Filing filed)
      implements ElectionEvent {}
}
