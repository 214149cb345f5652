package org.accordledger.api.visibility;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accordledger.core.Marking;
import org.accordledger.core.Recorded;
import org.accordledger.core.cases.Allegation;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.evidence.Exhibit;

/** Leaves out of a case's events what a reader may not see. */
public final class Visible {
  private Visible() {}

  /** The exhibits a reader of these markings may see. */
  public static List<Exhibit> exhibits(List<Exhibit> all, Set<Marking> visible) {
    return all.stream().filter(exhibit -> visible.contains(exhibit.marking())).toList();
  }

  /**
   * A recorded event as a reader may see it; empty if its exhibits are marked above that and it
   * says nothing else.
   */
  public static Optional<Recorded<CaseEvent>> of(
      Recorded<? extends CaseEvent> recorded, Set<Marking> visible) {
    if (!shows(recorded.event(), visible)) {
      return Optional.empty();
    }
    return Optional.of(
        new Recorded<>(
            recorded.position(),
            recorded.recordedAt(),
            recorded.streamId(),
            recorded.streamVersion(),
            event(recorded.event(), visible)));
  }

  /** False if a reader of these markings may not know of the event, whatever is left out of it. */
  public static boolean shows(CaseEvent event, Set<Marking> visible) {
    return !(event instanceof CaseEvent.ClaimAssessed assessed)
        || visible.contains(assessed.marking());
  }

  /** The same event without the exhibits that are marked above what the reader may see. */
  public static CaseEvent event(CaseEvent event, Set<Marking> visible) {
    return switch (event) {
      case CaseEvent.AllegationSubmitted e ->
          new CaseEvent.AllegationSubmitted(
              e.caseId(),
              allegation(e.allegation(), visible),
              e.accordVersion(),
              e.clauseVersion(),
              e.elements(),
              e.filed());
      case CaseEvent.ResponseFiled e ->
          new CaseEvent.ResponseFiled(
              e.kind(), e.text(), exhibits(e.exhibits(), visible), e.counterCase(), e.filed());
      case CaseEvent.ParticularsGiven e ->
          new CaseEvent.ParticularsGiven(e.text(), exhibits(e.exhibits(), visible), e.filed());
      case CaseEvent.ReplyFiled e ->
          new CaseEvent.ReplyFiled(e.text(), exhibits(e.exhibits(), visible), e.filed());
      case CaseEvent.ExhibitsAdmitted e ->
          new CaseEvent.ExhibitsAdmitted(e.offeredBy(), exhibits(e.exhibits(), visible), e.filed());
      case CaseEvent.CaseReopened e ->
          new CaseEvent.CaseReopened(
              e.stage(), exhibits(e.exhibits(), visible), e.reason(), e.filed());
      case CaseEvent.DenialCorroborated e ->
          new CaseEvent.DenialCorroborated(
              e.denial(), e.text(), exhibits(e.exhibits(), visible), e.filed());
      default -> event;
    };
  }

  private static Allegation allegation(Allegation a, Set<Marking> visible) {
    return new Allegation(
        a.accord(),
        a.clause(),
        a.respondent(),
        a.complainant(),
        a.acts(),
        a.occurred(),
        a.disclosed(),
        a.victims(),
        a.title(),
        a.narrative(),
        a.actorChain(),
        a.attributionConfidence(),
        a.attributionValue(),
        a.hypotheses(),
        exhibits(a.exhibits(), visible),
        a.sourceId(),
        a.marking(),
        a.illustrative());
  }
}
