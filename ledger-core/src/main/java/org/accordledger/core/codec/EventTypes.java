package org.accordledger.core.codec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.NegotiationEvent;
import org.accordledger.core.accord.ObservanceEvent;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.election.ElectionEvent;
import org.accordledger.core.inquiry.InquiryEvent;
import org.accordledger.core.series.SeriesEvent;
import org.jspecify.annotations.Nullable;

/**
 * Every event's logical name and current revision, in one place. Names are written out: renaming a
 * record must not rename what is stored. A new revision raises the number here, keeps the old
 * golden file and adds an {@link Upcaster} for it.
 */
final class EventTypes {
  /** One line of the list. */
  record EventType(String name, int revision, Class<? extends LedgerEvent> event) {
    String qualified() {
      return name + ".v" + revision;
    }
  }

  static final EventTypes LEDGER =
      new EventTypes(
          List.of(
              new EventType("accord.accord_drafted", 3, AccordEvent.AccordDrafted.class),
              new EventType("accord.rules_adopted", 3, AccordEvent.RulesAdopted.class),
              new EventType("accord.method_adopted", 1, AccordEvent.MethodAdopted.class),
              new EventType("accord.panelist_appointed", 1, AccordEvent.PanelistAppointed.class),
              new EventType("accord.standing_granted", 1, AccordEvent.StandingGranted.class),
              new EventType("accord.coverage_declared", 1, AccordEvent.CoverageDeclared.class),
              new EventType("accord.text_offered", 3, AccordEvent.TextOffered.class),
              new EventType("accord.items_accepted", 1, AccordEvent.ItemsAccepted.class),
              new EventType("accord.items_refused", 1, AccordEvent.ItemsRefused.class),
              new EventType("accord.offer_withdrawn", 1, AccordEvent.OfferWithdrawn.class),
              new EventType(
                  "accord.clause_entered_into_force", 1, AccordEvent.ClauseEnteredIntoForce.class),
              new EventType("accord.counteroffered", 1, NegotiationEvent.Counteroffered.class),
              new EventType("accord.offer_lapsed", 1, NegotiationEvent.OfferLapsed.class),
              new EventType("accord.text_committed", 1, NegotiationEvent.TextCommitted.class),
              new EventType("accord.text_disclosed", 1, NegotiationEvent.TextDisclosed.class),
              new EventType("accord.account_recorded", 1, NegotiationEvent.AccountRecorded.class),
              new EventType("accord.text_contributed", 1, NegotiationEvent.TextContributed.class),
              new EventType("accord.draft_promoted", 1, NegotiationEvent.DraftPromoted.class),
              new EventType(
                  "accord.reservation_entered", 1, ObservanceEvent.ReservationEntered.class),
              new EventType(
                  "accord.understanding_declared", 1, ObservanceEvent.UnderstandingDeclared.class),
              new EventType(
                  "accord.performance_suspended", 1, ObservanceEvent.PerformanceSuspended.class),
              new EventType(
                  "accord.performance_resumed", 1, ObservanceEvent.PerformanceResumed.class),
              new EventType("accord.party_withdrew", 1, ObservanceEvent.PartyWithdrew.class),
              new EventType(
                  "accord.termination_declared", 1, ObservanceEvent.TerminationDeclared.class),
              new EventType("accord.accord_terminated", 1, ObservanceEvent.AccordTerminated.class),
              new EventType(
                  "accord.coverage_withdrawn", 1, ObservanceEvent.CoverageWithdrawn.class),
              new EventType(
                  "accord.standing_withdrawn", 1, ObservanceEvent.StandingWithdrawn.class),
              new EventType("accord.panelist_retired", 1, ObservanceEvent.PanelistRetired.class),
              new EventType(
                  "accord.standing_rules_adopted", 2, ObservanceEvent.StandingRulesAdopted.class),
              new EventType(
                  "accord.cooperation_withdrawn", 1, ObservanceEvent.CooperationWithdrawn.class),
              new EventType("accord.term_agreed", 1, ObservanceEvent.TermAgreed.class),
              new EventType("accord.term_disputed", 1, ObservanceEvent.TermDisputed.class),
              new EventType(
                  "accord.interpretation_recorded",
                  1,
                  ObservanceEvent.InterpretationRecorded.class),
              new EventType("case.allegation_submitted", 2, CaseEvent.AllegationSubmitted.class),
              new EventType(
                  "case.case_declared_inadmissible", 1, CaseEvent.CaseDeclaredInadmissible.class),
              new EventType("case.case_admitted", 1, CaseEvent.CaseAdmitted.class),
              new EventType("case.respondent_notified", 1, CaseEvent.RespondentNotified.class),
              new EventType("case.response_filed", 2, CaseEvent.ResponseFiled.class),
              new EventType("case.non_response_recorded", 1, CaseEvent.NonResponseRecorded.class),
              new EventType("case.settlement_proposed", 1, CaseEvent.SettlementProposed.class),
              new EventType("case.settlement_accepted", 1, CaseEvent.SettlementAccepted.class),
              new EventType("case.case_referred", 1, CaseEvent.CaseReferred.class),
              new EventType("case.panel_seated", 1, CaseEvent.PanelSeated.class),
              new EventType("case.texts_cited", 1, CaseEvent.TextsCited.class),
              new EventType("case.vote_cast", 1, CaseEvent.VoteCast.class),
              new EventType("case.finding_adopted", 1, CaseEvent.FindingAdopted.class),
              new EventType("case.review_requested", 1, CaseEvent.ReviewRequested.class),
              new EventType("case.finding_upheld", 1, CaseEvent.FindingUpheld.class),
              new EventType("case.finding_revised", 1, CaseEvent.FindingRevised.class),
              new EventType("case.remedy_ordered", 1, CaseEvent.RemedyOrdered.class),
              new EventType("case.remedy_reported", 1, CaseEvent.RemedyReported.class),
              new EventType("case.remedy_verified", 1, CaseEvent.RemedyVerified.class),
              new EventType("case.allegation_withdrawn", 1, CaseEvent.AllegationWithdrawn.class),
              new EventType("case.case_joined", 1, CaseEvent.CaseJoined.class),
              new EventType("case.case_closed", 1, CaseEvent.CaseClosed.class),
              new EventType(
                  "case.embargo_window_determined", 1, CaseEvent.EmbargoWindowDetermined.class),
              new EventType(
                  "election.election_registered", 1, ElectionEvent.ElectionRegistered.class),
              new EventType("election.election_dated", 1, ElectionEvent.ElectionDated.class),
              new EventType("election.mission_named", 1, ElectionEvent.MissionNamed.class),
              new EventType(
                  "election.no_mission_recorded", 1, ElectionEvent.NoMissionRecorded.class),
              new EventType("election.report_recorded", 1, ElectionEvent.ReportRecorded.class),
              new EventType("series.series_opened", 1, SeriesEvent.SeriesOpened.class),
              new EventType("series.counts_recorded", 1, SeriesEvent.CountsRecorded.class),
              new EventType("series.series_attached", 1, SeriesEvent.SeriesAttached.class),
              new EventType("inquiry.inquiry_opened", 1, InquiryEvent.InquiryOpened.class),
              new EventType("inquiry.inquiry_answered", 1, InquiryEvent.InquiryAnswered.class),
              new EventType("inquiry.inquiry_resolved", 1, InquiryEvent.InquiryResolved.class),
              new EventType("inquiry.allegation_brought", 1, InquiryEvent.AllegationBrought.class),
              new EventType("case.deadline_set", 1, CaseEvent.DeadlineSet.class),
              new EventType("case.deadline_passed", 1, CaseEvent.DeadlinePassed.class),
              new EventType("case.particulars_requested", 1, CaseEvent.ParticularsRequested.class),
              new EventType("case.particulars_given", 2, CaseEvent.ParticularsGiven.class),
              new EventType("case.extension_granted", 1, CaseEvent.ExtensionGranted.class),
              new EventType("case.reply_filed", 2, CaseEvent.ReplyFiled.class),
              new EventType("case.case_suspended", 1, CaseEvent.CaseSuspended.class),
              new EventType("case.case_resumed", 1, CaseEvent.CaseResumed.class),
              new EventType("case.member_recused", 1, CaseEvent.MemberRecused.class),
              new EventType("case.member_replaced", 1, CaseEvent.MemberReplaced.class),
              new EventType("case.exhibits_admitted", 2, CaseEvent.ExhibitsAdmitted.class),
              new EventType("case.case_reopened", 2, CaseEvent.CaseReopened.class),
              new EventType("case.reaction_linked", 1, CaseEvent.ReactionLinked.class),
              new EventType("case.denial_corroborated", 2, CaseEvent.DenialCorroborated.class),
              new EventType("case.claim_assessed", 1, CaseEvent.ClaimAssessed.class)));

  private final List<EventType> all;
  private final Map<String, EventType> byName = new HashMap<>();
  private final Map<Class<?>, EventType> byClass = new HashMap<>();

  EventTypes(List<EventType> all) {
    this.all = List.copyOf(all);
    for (EventType type : all) {
      if (byName.put(type.name(), type) != null || byClass.put(type.event(), type) != null) {
        throw new IllegalArgumentException("listed twice: " + type);
      }
    }
  }

  List<EventType> all() {
    return all;
  }

  @Nullable EventType named(String name) {
    return byName.get(name);
  }

  EventType of(LedgerEvent event) {
    EventType type = byClass.get(event.getClass());
    if (type == null) {
      throw new IllegalArgumentException(
          event.getClass().getName() + " is not listed in EventTypes: list it there");
    }
    return type;
  }
}
