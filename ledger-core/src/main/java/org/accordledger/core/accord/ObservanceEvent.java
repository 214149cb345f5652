package org.accordledger.core.accord;

import java.time.LocalDate;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.LanguageTag;
import org.jspecify.annotations.Nullable;

/** What can have happened to an accord after it was agreed: how it is read, kept and left. */
public sealed interface ObservanceEvent extends AccordEvent {

  /**
   * A party leaves something out of what it owes. Conduct before this day is not touched by it.
   *
   * @param number within the accord, from 1, counted together with understandings
   */
  record ReservationEntered(
      int number, BodyId party, ClauseCode clause, Map<LanguageTag, String> text, Filing filed)
      implements ObservanceEvent {}

  /**
   * A party says how it understands a clause. It changes nothing of what the party owes.
   *
   * @param number within the accord, from 1, counted together with reservations
   */
  record UnderstandingDeclared(
      int number, BodyId party, ClauseCode clause, Map<LanguageTag, String> text, Filing filed)
      implements ObservanceEvent {}

  /**
   * A party stops performing a clause, or all of them.
   *
   * @param clause absent for every clause the party owes
   * @param from first day without performance
   * @param ground why, as content
   * @param conditionOf the offer whose acceptance carried the condition relied on; absent if none
   * @param condition the words of that condition, so that replay needs no second look
   */
  record PerformanceSuspended(
      BodyId party,
      @Nullable ClauseCode clause,
      LocalDate from,
      ContentRef ground,
      @Nullable OfferId conditionOf,
      @Nullable String condition,
      Filing filed)
      implements ObservanceEvent {}

  /**
   * A party performs again what it had suspended.
   *
   * @param clause as in the suspension it ends
   * @param from first day of performance
   */
  record PerformanceResumed(BodyId party, @Nullable ClauseCode clause, LocalDate from, Filing filed)
      implements ObservanceEvent {}

  /**
   * A party leaves the accord.
   *
   * @param effective first day on which it owes nothing
   * @param reason why, as content
   */
  record PartyWithdrew(BodyId party, LocalDate effective, ContentRef reason, Filing filed)
      implements ObservanceEvent {}

  /**
   * A party declares that the accord shall end.
   *
   * @param effective first day without the accord, as far as this party goes
   * @param reason why, as content
   */
  record TerminationDeclared(BodyId party, LocalDate effective, ContentRef reason, Filing filed)
      implements ObservanceEvent {}

  /**
   * Every party still bound has declared the end.
   *
   * @param effective first day on which nobody owes anything
   */
  record AccordTerminated(LocalDate effective, Filing filed) implements ObservanceEvent {}

  /**
   * A body no longer monitors a clause.
   *
   * @param from first day without
   */
  record CoverageWithdrawn(ClauseCode clause, BodyId body, LocalDate from, Filing filed)
      implements ObservanceEvent {}

  /**
   * A body that is not a party may file no longer.
   *
   * @param from first day without standing
   * @param reason why, as content
   */
  record StandingWithdrawn(BodyId body, LocalDate from, ContentRef reason, Filing filed)
      implements ObservanceEvent {}

  /**
   * A panelist leaves the roster; seats taken before stay.
   *
   * @param from first day on which it can no longer be seated
   */
  record PanelistRetired(AccountId member, LocalDate from, Filing filed)
      implements ObservanceEvent {}

  /** Who may file, see and sit from here on. */
  record StandingRulesAdopted(StandingRules rules, Filing filed) implements ObservanceEvent {}

  /**
   * A party ends a cooperation item that was active.
   *
   * @param from first day without it
   * @param reason why, as content
   */
  record CooperationWithdrawn(
      BodyId party, ClauseCode clause, LocalDate from, ContentRef reason, Filing filed)
      implements ObservanceEvent {}

  /**
   * A party agrees to a reading of a term.
   *
   * @param version of the term's text in this language, from 1; a new text is a new version
   */
  record TermAgreed(
      BodyId party, TermCode term, LanguageTag language, int version, String reading, Filing filed)
      implements ObservanceEvent {}

  /**
   * A party does not share a reading of a term, and gives its own.
   *
   * @param version of the reading it disputes
   * @param reading its own
   */
  record TermDisputed(
      BodyId party, TermCode term, LanguageTag language, int version, String reading, Filing filed)
      implements ObservanceEvent {}

  /**
   * A panel's reading of a term, which later panels find and may use again.
   *
   * @param number within the accord, from 1
   */
  record InterpretationRecorded(
      int number, TermCode term, LanguageTag language, String reading, Filing filed)
      implements ObservanceEvent {}
}
