package org.accordledger.api.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the fields of an allegation are filled; names and meanings as in {@link
 * org.accordledger.core.cases.Allegation}.
 *
 * @param complainant the same body for every row: the import acts for it
 * @param ongoing where it holds and the row has a first day and no last one, the conduct had not
 *     ended; null if no row says so
 * @param occurredMonth the month as a whole, in place of first and last day
 */
record AllegationPlan(
    Expression sourceId,
    Expression respondent,
    Expression clause,
    String complainant,
    @Nullable Expression acts,
    @Nullable Expression occurredFrom,
    @Nullable Expression occurredTo,
    Expression precision,
    @Nullable Condition ongoing,
    @Nullable Expression occurredMonth,
    @Nullable Expression disclosed,
    @Nullable Expression victims,
    Expression title,
    Map<String, Expression> narrative,
    List<ActorPlan> actorChain,
    @Nullable Expression attributionConfidence,
    @Nullable Expression attributionValue,
    @Nullable Expression hypotheses,
    List<ExhibitPlan> exhibits,
    Expression marking,
    boolean illustrative) {

  /**
   * One link of the actor chain.
   *
   * @param each one link for each row of this table that belongs to the row; null makes one
   * @param when the link is left out where this does not hold; null always keeps it
   */
  record ActorPlan(
      @Nullable String each,
      @Nullable Condition when,
      Expression level,
      @Nullable Expression name,
      @Nullable Expression state,
      Expression control) {}

  /**
   * One exhibit.
   *
   * @param id of the exhibit; a number follows it where there is one for each row of a table
   * @param each one exhibit for each row of this table that belongs to the row, and made of it;
   *     null makes one of the allegation's rows
   * @param when the exhibit is left out where this does not hold; null always keeps it
   * @param rows true if the rows themselves are its content
   * @param claim a number it quotes; null if it quotes none
   */
  record ExhibitPlan(
      String id,
      @Nullable String each,
      @Nullable Condition when,
      Expression kind,
      Expression title,
      @Nullable Expression originUrl,
      @Nullable Expression archiveUrl,
      @Nullable Expression reliability,
      @Nullable Expression credibility,
      Expression marking,
      boolean rows,
      List<Total> totals,
      List<AssessmentPlan> assessments,
      @Nullable ClaimPlan claim) {}

  /**
   * A number somebody quotes. No claim is made of a row whose number is blank.
   *
   * @param unit what is counted or measured
   * @param statement the sentence it is said in; null if the number says all
   */
  record ClaimPlan(Expression number, Expression unit, @Nullable Expression statement) {}

  /** One yes/no test: which words of the column mean yes and which no; others mean not assessed. */
  record AssessmentPlan(String test, String column, List<String> yes, List<String> no) {}
}
