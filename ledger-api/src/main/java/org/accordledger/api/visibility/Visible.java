package org.accordledger.api.visibility;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.accordledger.core.Marking;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.ElementCode;
import org.accordledger.core.cases.Allegation;
import org.accordledger.core.cases.Answer;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.Opinion;
import org.accordledger.core.evidence.Exhibit;
import org.jspecify.annotations.Nullable;

/**
 * What one reader may see in a case.
 *
 * @param markings of its exhibits and texts
 * @param cases tells of any other case that this one names whether the reader may know of it
 * @param hidden ids of the exhibits that the reader may not see, as far as they are looked up
 */
public record Visible(Set<Marking> markings, Predicate<CaseId> cases, Set<String> hidden) {
  /**
   * The same, also without the ids that votes and findings name of exhibits the reader may not see.
   *
   * @param events of the case, with every event that brings an exhibit
   */
  public Visible in(List<? extends Recorded<? extends CaseEvent>> events) {
    return new Visible(
        markings,
        cases,
        events.stream()
            .flatMap(recorded -> FiledExhibits.of(recorded.event()).stream())
            .filter(exhibit -> !markings.contains(exhibit.marking()))
            .map(Exhibit::id)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** The exhibits the reader may see. */
  public List<Exhibit> exhibits(List<Exhibit> all) {
    return all.stream().filter(exhibit -> markings.contains(exhibit.marking())).toList();
  }

  /** Those of these ids of exhibits that may be named to the reader. */
  public List<String> ids(List<String> exhibits) {
    return exhibits.stream().filter(id -> !hidden.contains(id)).toList();
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
   * The same event without what the reader may not see: exhibits marked above it with their ids,
   * and another case.
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
      case CaseEvent.VoteCast e ->
          new CaseEvent.VoteCast(e.member(), opinion(e.opinion()), e.dissent(), e.filed());
      case CaseEvent.FindingAdopted e ->
          new CaseEvent.FindingAdopted(
              e.finding(),
              opinion(e.opinion()),
              e.outcome(),
              e.votes(),
              e.dissenters(),
              e.reasons(),
              e.filed());
      case CaseEvent.FindingRevised e ->
          new CaseEvent.FindingRevised(
              e.finding(),
              opinion(e.opinion()),
              e.outcome(),
              e.votes(),
              e.dissenters(),
              e.reasons(),
              e.filed());
      case CaseEvent.CaseJoined e -> named(e.into()) == null ? null : e;
      // each names neither an exhibit nor another case; a claim's is shown or not as a whole
      case CaseEvent.EmbargoWindowDetermined _,
          CaseEvent.CaseDeclaredInadmissible _,
          CaseEvent.CaseAdmitted _,
          CaseEvent.RespondentNotified _,
          CaseEvent.NonResponseRecorded _,
          CaseEvent.SettlementProposed _,
          CaseEvent.SettlementAccepted _,
          CaseEvent.CaseReferred _,
          CaseEvent.PanelSeated _,
          CaseEvent.TextsCited _,
          CaseEvent.ReviewRequested _,
          CaseEvent.FindingUpheld _,
          CaseEvent.RemedyOrdered _,
          CaseEvent.RemedyReported _,
          CaseEvent.RemedyVerified _,
          CaseEvent.AllegationWithdrawn _,
          CaseEvent.CaseClosed _,
          CaseEvent.DeadlineSet _,
          CaseEvent.DeadlinePassed _,
          CaseEvent.ParticularsRequested _,
          CaseEvent.ExtensionGranted _,
          CaseEvent.CaseSuspended _,
          CaseEvent.CaseResumed _,
          CaseEvent.MemberRecused _,
          CaseEvent.MemberReplaced _,
          CaseEvent.ReactionLinked _,
          CaseEvent.ClaimAssessed _ ->
          event;
    };
  }

  private Opinion opinion(Opinion opinion) {
    Map<ElementCode, Answer> elements = new LinkedHashMap<>();
    opinion.elements().forEach((element, answer) -> elements.put(element, answer(answer)));
    return new Opinion(
        elements, answer(opinion.happened()), answer(opinion.attributable()), opinion.severity());
  }

  private Answer answer(Answer answer) {
    return new Answer(answer.value(), answer.confidence(), ids(answer.exhibits()));
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
