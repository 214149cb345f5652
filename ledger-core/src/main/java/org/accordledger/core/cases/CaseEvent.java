package org.accordledger.core.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Marking;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.ElementCode;
import org.accordledger.core.accord.Glossary;
import org.accordledger.core.election.ElectionId;
import org.accordledger.core.election.EmbargoWindow;
import org.accordledger.core.evidence.ClaimStatus;
import org.accordledger.core.evidence.Exhibit;
import org.jspecify.annotations.Nullable;

/**
 * What can have happened to a case. Texts are per language and live as content beside the events.
 */
public sealed interface CaseEvent extends LedgerEvent {
  /**
   * The first event of a case's stream.
   *
   * @param accordVersion version of the accord's stream the terms were read at
   * @param clauseVersion the version the case is judged under for ever; absent if none ever held
   * @param elements of that clause version, so that replay needs no second look
   */
  record AllegationSubmitted(
      CaseId caseId,
      Allegation allegation,
      long accordVersion,
      @Nullable Integer clauseVersion,
      List<ElementCode> elements,
      Filing filed)
      implements CaseEvent {}

  /**
   * The allegation is under an embargo, and speaks of an election.
   *
   * @param electionVersion version of the election's stream the window was worked out at
   * @param window as far as it was known then; later reports do not change what was decided
   */
  record EmbargoWindowDetermined(
      ElectionId election, long electionVersion, EmbargoWindow window, Filing filed)
      implements CaseEvent {}

  /**
   * The case goes no further, for a ground of law and not of fact.
   *
   * @param rule the rule in one sentence
   * @param restsOn the text it rests on, for example a clause and its version
   */
  record CaseDeclaredInadmissible(
      Ground ground, String rule, String restsOn, Map<LanguageTag, ContentRef> reason, Filing filed)
      implements CaseEvent {}

  record CaseAdmitted(Map<LanguageTag, ContentRef> reason, Filing filed) implements CaseEvent {}

  /**
   * The respondent is told, and its clock starts.
   *
   * @param respondBy last day to respond
   * @param rulesVersion version of the rules of procedure it follows from
   */
  record RespondentNotified(LocalDate respondBy, int rulesVersion, Filing filed)
      implements CaseEvent {}

  /**
   * The respondent answers.
   *
   * @param counterCase the case a counter-allegation opened; only with that kind
   */
  record ResponseFiled(
      ResponseKind kind,
      Map<LanguageTag, ContentRef> text,
      List<Exhibit> exhibits,
      @Nullable CaseId counterCase,
      Filing filed)
      implements CaseEvent {}

  /** The deadline passed in silence, which is not guilt. */
  record NonResponseRecorded(LocalDate respondBy, Filing filed) implements CaseEvent {}

  record SettlementProposed(BodyId proposer, Map<LanguageTag, ContentRef> text, Filing filed)
      implements CaseEvent {}

  record SettlementAccepted(BodyId accepter, Filing filed) implements CaseEvent {}

  record CaseReferred(Filing filed) implements CaseEvent {}

  /**
   * A panel takes its seats.
   *
   * @param quorum votes a finding needs
   * @param rulesVersion version of the rules of procedure
   */
  record PanelSeated(List<PanelMember> members, int quorum, int rulesVersion, Filing filed)
      implements CaseEvent {}

  /**
   * One member answers every question, on the allegation or on the review of the finding.
   *
   * @param dissent why this member disagrees, as content; empty if none
   */
  record VoteCast(
      AccountId member, Opinion opinion, Map<LanguageTag, ContentRef> dissent, Filing filed)
      implements CaseEvent {}

  /**
   * The panel decides.
   *
   * @param finding number of the finding within the case, from 1
   * @param opinion what the majority of the panel says, question by question
   * @param outcome follows from the opinion by rule
   * @param dissenters members whose vote differs from the outcome
   */
  record FindingAdopted(
      int finding,
      Opinion opinion,
      Outcome outcome,
      int votes,
      List<AccountId> dissenters,
      Map<LanguageTag, ContentRef> reasons,
      Filing filed)
      implements CaseEvent {}

  /**
   * The texts that the finding filed with it rests on, so that later readings change nothing of it.
   *
   * @param finding number of the finding within the case
   * @param accordVersion version of the accord's stream they were read at
   * @param clauseVersion the version the case is judged under; absent if none ever held
   * @param glossaryVersion of the accord's glossary, 0 if it has none
   * @param interpretations how many interpretations of panels stood
   */
  record TextsCited(
      int finding,
      long accordVersion,
      @Nullable Integer clauseVersion,
      int glossaryVersion,
      int interpretations,
      Filing filed)
      implements CaseEvent {
    static TextsCited by(int finding, Case state, AccordTerms terms, Filing filed) {
      Glossary glossary = terms.observance().glossary();
      return new TextsCited(
          finding,
          terms.version(),
          state.submitted().clauseVersion(),
          glossary.version(),
          glossary.interpretations().size(),
          filed);
    }
  }

  record ReviewRequested(BodyId requester, ContentRef ground, Filing filed) implements CaseEvent {}

  /**
   * The panel voted on a review, and the finding stands.
   *
   * @param votes that were counted
   * @param dissenters members whose vote differs from the outcome
   */
  record FindingUpheld(
      int votes, List<AccountId> dissenters, Map<LanguageTag, ContentRef> reasons, Filing filed)
      implements CaseEvent {}

  /**
   * The panel voted on a review, and this supersedes the standing finding; the earlier one stays
   * readable. Fields as in {@link FindingAdopted}.
   */
  record FindingRevised(
      int finding,
      Opinion opinion,
      Outcome outcome,
      int votes,
      List<AccountId> dissenters,
      Map<LanguageTag, ContentRef> reasons,
      Filing filed)
      implements CaseEvent {}

  record RemedyOrdered(Map<LanguageTag, ContentRef> text, LocalDate dueBy, Filing filed)
      implements CaseEvent {}

  record RemedyReported(Map<LanguageTag, ContentRef> text, Filing filed) implements CaseEvent {}

  record RemedyVerified(Filing filed) implements CaseEvent {}

  record AllegationWithdrawn(ContentRef reason, Filing filed) implements CaseEvent {}

  /**
   * The case goes on as part of another.
   *
   * @param into the case that goes on; the two are joined, not merged
   */
  record CaseJoined(CaseId into, Filing filed) implements CaseEvent {}

  record CaseClosed(Filing filed) implements CaseEvent {}

  /**
   * The rules of procedure set a clock, or one that stood still runs again with the days it had
   * left.
   *
   * @param dueBy last day
   * @param rulesVersion version of the rules of procedure its days come from
   */
  record DeadlineSet(Deadline deadline, LocalDate dueBy, int rulesVersion, Filing filed)
      implements CaseEvent {}

  /** A deadline passed and what it was set for was not done; whoever let it pass is not guilty. */
  record DeadlinePassed(Deadline deadline, LocalDate dueBy, Filing filed) implements CaseEvent {}

  /** The respondent asks what exactly it is accused of; its clock stands still. */
  record ParticularsRequested(Map<LanguageTag, ContentRef> text, Filing filed)
      implements CaseEvent {}

  /** The complainant says it; the respondent's clock runs again. */
  record ParticularsGiven(Map<LanguageTag, ContentRef> text, List<Exhibit> exhibits, Filing filed)
      implements CaseEvent {}

  /**
   * The registrar gives more days.
   *
   * @param days added
   * @param dueBy last day now; absent while the clock stands still
   * @param rulesVersion version of the rules of procedure that allow it
   */
  record ExtensionGranted(
      Deadline deadline,
      int days,
      @Nullable LocalDate dueBy,
      int rulesVersion,
      Map<LanguageTag, ContentRef> reason,
      Filing filed)
      implements CaseEvent {}

  /** The complainant answers the response. */
  record ReplyFiled(Map<LanguageTag, ContentRef> text, List<Exhibit> exhibits, Filing filed)
      implements CaseEvent {}

  /** The case rests, and every clock with it. */
  record CaseSuspended(Map<LanguageTag, ContentRef> reason, Filing filed) implements CaseEvent {}

  /**
   * The case goes on where it rested.
   *
   * @param stage where that is
   */
  record CaseResumed(Stage stage, Filing filed) implements CaseEvent {}

  /** A member leaves the panel; its vote does not count. */
  record MemberRecused(AccountId member, Map<LanguageTag, ContentRef> reason, Filing filed)
      implements CaseEvent {}

  /**
   * An empty seat of the panel is taken.
   *
   * @param rulesVersion version of the rules of procedure
   */
  record MemberReplaced(PanelMember member, int rulesVersion, Filing filed) implements CaseEvent {}

  /**
   * Evidence comes in after the response.
   *
   * @param offeredBy the side that brings it; absent if neither does
   */
  record ExhibitsAdmitted(@Nullable BodyId offeredBy, List<Exhibit> exhibits, Filing filed)
      implements CaseEvent {}

  /**
   * A closed case goes on because of new evidence.
   *
   * @param stage submitted, if it was not admitted before; decided and under review, if a finding
   *     stands
   */
  record CaseReopened(
      Stage stage, List<Exhibit> exhibits, Map<LanguageTag, ContentRef> reason, Filing filed)
      implements CaseEvent {}

  /**
   * An injured party reacted on its own, outside the case.
   *
   * @param by the party that reacted
   * @param on when it did
   * @param title short, public
   * @param source address of where it is published
   */
  record ReactionLinked(
      BodyId by,
      ReactionKind kind,
      LocalDate on,
      String title,
      @Nullable String source,
      Map<LanguageTag, ContentRef> text,
      Filing filed)
      implements CaseEvent {}

  /**
   * Later evidence is held against a denial. It proves nothing by itself: a panel decides.
   *
   * @param denial the kind of the response it is held against
   */
  record DenialCorroborated(
      ResponseKind denial, Map<LanguageTag, ContentRef> text, List<Exhibit> exhibits, Filing filed)
      implements CaseEvent {}

  /**
   * Somebody who judges says how a number stands that an exhibit quotes. No grade follows from it.
   *
   * @param exhibit id of the one that quotes it
   * @param evidence id of the exhibit that bears it out or speaks against it; absent if none does
   * @param marking the closer one of the two exhibits, so that neither tells of the other
   */
  record ClaimAssessed(
      String exhibit,
      ClaimStatus status,
      @Nullable String evidence,
      Marking marking,
      Map<LanguageTag, ContentRef> reason,
      Filing filed)
      implements CaseEvent {}
}
