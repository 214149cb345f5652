package org.accordledger.api.visibility;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.accordledger.core.Marking;
import org.accordledger.core.Recorded;
import org.accordledger.core.cases.Allegation;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.evidence.Exhibit;
import org.jspecify.annotations.Nullable;

/**
 * What one reader may see in a case.
 *
 * @param markings of its exhibits and texts
 * @param cases tells of any other case that this one names whether the reader may know of it
 */
public record Visible(Set<Marking> markings, Predicate<CaseId> cases) {
  /** The exhibits the reader may see. */
  public List<Exhibit> exhibits(List<Exhibit> all) {
    return all.stream().filter(exhibit -> markings.contains(exhibit.marking())).toList();
  }

  /** A case that is named, if the reader may know of it. */
  public @Nullable CaseId named(@Nullable CaseId other) {
    return other != null && cases.test(other) ? other : null;
  }

  /** False if the reader may not know that there is such an event, whatever is left out of it. */
  public boolean shows(CaseEvent event) {
    return !(event instanceof CaseEvent.ClaimAssessed assessed)
        || markings.contains(assessed.marking());
  }

  /** A recorded event as the reader may see it; empty if nothing is left of it. */
  public Optional<Recorded<CaseEvent>> of(Recorded<? extends CaseEvent> recorded) {
    CaseEvent seen = shows(recorded.event()) ? event(recorded.event()) : null;
    return Optional.ofNullable(seen)
        .map(
            event ->
                new Recorded<>(
                    recorded.position(),
                    recorded.recordedAt(),
                    recorded.streamId(),
                    recorded.streamVersion(),
                    event));
  }

  /**
   * The same event without what the reader may not see: exhibits marked above it, and another case.
   *
   * @return null if the event says nothing but the name of a case the reader may not know of
   */
  public @Nullable CaseEvent event(CaseEvent event) {
    return switch (event) {
      case CaseEvent.AllegationSubmitted e ->
          new CaseEvent.AllegationSubmitted(
              e.caseId(),
              allegation(e.allegation()),
              e.accordVersion(),
              e.clauseVersion(),
              e.elements(),
              e.filed());
      case CaseEvent.ResponseFiled e ->
          new CaseEvent.ResponseFiled(
              e.kind(), e.text(), exhibits(e.exhibits()), named(e.counterCase()), e.filed());
      case CaseEvent.ParticularsGiven e ->
          new CaseEvent.ParticularsGiven(e.text(), exhibits(e.exhibits()), e.filed());
      case CaseEvent.ReplyFiled e ->
          new CaseEvent.ReplyFiled(e.text(), exhibits(e.exhibits()), e.filed());
      case CaseEvent.ExhibitsAdmitted e ->
          new CaseEvent.ExhibitsAdmitted(e.offeredBy(), exhibits(e.exhibits()), e.filed());
      case CaseEvent.CaseReopened e ->
          new CaseEvent.CaseReopened(e.stage(), exhibits(e.exhibits()), e.reason(), e.filed());
      case CaseEvent.DenialCorroborated e ->
          new CaseEvent.DenialCorroborated(e.denial(), e.text(), exhibits(e.exhibits()), e.filed());
      case CaseEvent.CaseJoined e -> named(e.into()) == null ? null : e;
      default -> event;
    };
  }

  private Allegation allegation(Allegation a) {
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
        exhibits(a.exhibits()),
        a.sourceId(),
        a.marking(),
        a.illustrative());
  }
}
