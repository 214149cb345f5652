package org.accordledger.projections.docket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.BodyId;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Marking;
import org.accordledger.core.Occurred;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.Clocks;
import org.accordledger.core.cases.Ground;
import org.accordledger.core.cases.Outcome;
import org.accordledger.core.cases.ResponseKind;
import org.accordledger.core.cases.Severity;
import org.accordledger.core.cases.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A case as it stands.
 *
 * @param hypothetical the accord is; shown wherever the case is
 * @param version of the case's stream
 * @param position of the last event of the case
 * @param recordedAt when that event was recorded
 */
public record DocketEntry(
    CaseId caseId,
    Opening opening,
    Course course,
    boolean hypothetical,
    long version,
    long position,
    Instant recordedAt) {

  /** The case as it was when it was opened, whatever came of it. */
  DocketEntry asOpened() {
    return new DocketEntry(
        caseId,
        opening,
        CaseCourse.START,
        hypothetical,
        0,
        opening.position(),
        opening.recordedAt());
  }

  /** The case after one more of its events. */
  DocketEntry after(Recorded<? extends LedgerEvent> recorded, CaseEvent event) {
    return new DocketEntry(
        caseId,
        opening,
        CaseCourse.after(course, event),
        hypothetical,
        recorded.streamVersion(),
        recorded.position(),
        recorded.recordedAt());
  }

  /**
   * The case as it stood at an earlier point.
   *
   * @param events of the case up to that point, oldest first, with the one that opened it
   */
  public DocketEntry after(List<Recorded<CaseEvent>> events) {
    DocketEntry entry = asOpened();
    for (Recorded<CaseEvent> recorded : events) {
      if (recorded.position() > opening.position()) {
        entry = entry.after(recorded, recorded.event());
      }
    }
    return entry;
  }

  /** The same, without the case it was joined into. */
  public DocketEntry withoutJoinedInto() {
    Course without = new CourseEdit(course).joinedInto(null).done();
    return new DocketEntry(caseId, opening, without, hypothetical, version, position, recordedAt);
  }

  /**
   * What never changes.
   *
   * @param clauseVersion the version the case is judged under; null if none ever held
   * @param filedOn the day its clocks count from
   * @param position of the first event
   */
  public record Opening(
      AccordId accord,
      ClauseCode clause,
      @Nullable Integer clauseVersion,
      BodyId respondent,
      BodyId complainant,
      String title,
      Occurred occurred,
      @Nullable LocalDate disclosed,
      LocalDate filedOn,
      @Nullable String sourceId,
      Marking marking,
      boolean illustrative,
      long position,
      Instant recordedAt) {}

  /**
   * What has come of it so far; null where it has not come to that.
   *
   * @param respondBy last day to respond, from the notification on
   * @param ground why it is inadmissible
   * @param outcome of the standing finding
   * @param severity of the standing finding, if it is a violation
   * @param clocks of what is due
   */
  public record Course(
      Stage stage,
      @Nullable LocalDate respondBy,
      @Nullable ResponseKind response,
      @Nullable LocalDate respondedOn,
      @Nullable Ground ground,
      @Nullable Outcome outcome,
      @Nullable Severity severity,
      @Nullable LocalDate decidedOn,
      boolean underReview,
      Remedy remedy,
      @Nullable LocalDate remedyDueBy,
      @Nullable CaseId joinedInto,
      Clocks clocks) {}
}
