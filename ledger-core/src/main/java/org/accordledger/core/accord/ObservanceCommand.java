package org.accordledger.core.accord;

import java.time.LocalDate;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Marking;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of an accord after it was agreed. Parameters mean what they mean in {@link
 * ObservanceEvent}.
 */
public sealed interface ObservanceCommand extends AccordCommand {

  record EnterReservation(
      AccordId accord, BodyId party, ClauseCode clause, Map<LanguageTag, String> text, Filing filed)
      implements ObservanceCommand {}

  record DeclareUnderstanding(
      AccordId accord, BodyId party, ClauseCode clause, Map<LanguageTag, String> text, Filing filed)
      implements ObservanceCommand {}

  record SuspendPerformance(
      AccordId accord,
      BodyId party,
      @Nullable ClauseCode clause,
      LocalDate from,
      ContentRef ground,
      @Nullable OfferId conditionOf,
      Filing filed)
      implements ObservanceCommand {}

  record ResumePerformance(
      AccordId accord, BodyId party, @Nullable ClauseCode clause, LocalDate from, Filing filed)
      implements ObservanceCommand {}

  record Withdraw(
      AccordId accord, BodyId party, LocalDate effective, ContentRef reason, Filing filed)
      implements ObservanceCommand {}

  /** The accord ends when every party still bound has asked for it. */
  record Terminate(
      AccordId accord, BodyId party, LocalDate effective, ContentRef reason, Filing filed)
      implements ObservanceCommand {}

  record WithdrawCoverage(
      AccordId accord, ClauseCode clause, BodyId body, LocalDate from, Filing filed)
      implements ObservanceCommand {}

  record WithdrawStanding(
      AccordId accord, BodyId body, LocalDate from, ContentRef reason, Filing filed)
      implements ObservanceCommand {}

  record RetirePanelist(AccordId accord, AccountId member, LocalDate from, Filing filed)
      implements ObservanceCommand {}

  record AdoptStandingRules(
      AccordId accord,
      boolean injuredThirdStates,
      boolean nationalsSit,
      @Nullable Marking leastMarking,
      Filing filed)
      implements ObservanceCommand {}

  record WithdrawCooperation(
      AccordId accord,
      BodyId party,
      ClauseCode clause,
      LocalDate from,
      ContentRef reason,
      Filing filed)
      implements ObservanceCommand {}

  /** Agrees to the version whose text this is; a text that none has becomes a new version. */
  record AgreeTerm(
      AccordId accord,
      BodyId party,
      TermCode term,
      LanguageTag language,
      String reading,
      Filing filed)
      implements ObservanceCommand {}

  record DisputeTerm(
      AccordId accord,
      BodyId party,
      TermCode term,
      LanguageTag language,
      int version,
      String reading,
      Filing filed)
      implements ObservanceCommand {}

  record RecordInterpretation(
      AccordId accord, TermCode term, LanguageTag language, String reading, Filing filed)
      implements ObservanceCommand {}

  /**
   * Offers a new version of a clause in force. It binds from its day, once accepted like any other.
   *
   * @param clause with {@code effectiveFrom}
   */
  record AmendClause(
      AccordId accord,
      OfferId offer,
      BodyId offeredBy,
      Clause clause,
      @Nullable String source,
      Filing filed)
      implements ObservanceCommand {}
}
