package org.accordledger.api.reads;

import java.util.List;
import java.util.Map;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.scorecard.Counter;
import org.accordledger.core.scorecard.Period;
import org.accordledger.core.scorecard.Tally;
import org.jspecify.annotations.Nullable;

/**
 * Cases of an accord counted by something.
 *
 * @param items a case stands in several of them where it has several values: their sum is no total
 * @param leftOut cases of the accord that this reader may not know of, of any month and value
 */
public record TallyDocument(
    AccordId accord, Tally.By by, Period incidents, List<Line> items, long leftOut) {
  /**
   * The cases that have one value.
   *
   * @param value absent for cases that have none
   * @param counts every counter, zero or not, of all of them
   * @param medianDaysToRespond from notification to the first response; absent if there is none
   * @param medianDaysToDecide from submission to the first finding; absent if there is none
   * @param cases a page of them, in the order submitted
   * @param next cursor of the page of cases after this one; absent on the last
   * @param prev cursor of the page of cases before this one; absent on the first
   */
  public record Line(
      @Nullable String value,
      Map<Counter, Long> counts,
      @Nullable Double medianDaysToRespond,
      @Nullable Double medianDaysToDecide,
      List<CaseId> cases,
      @Nullable String next,
      @Nullable String prev) {}
}
