package org.accordledger.api.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.accordledger.core.accord.Basket.Bindingness;
import org.accordledger.core.scorecard.Cell;
import org.accordledger.core.scorecard.Counter;
import org.accordledger.core.scorecard.Grade;
import org.accordledger.core.scorecard.Share;
import org.jspecify.annotations.Nullable;

/** Cells of the scorecard as pages print them. */
final class Cells {
  /**
   * What a cell of the overview shows where there is any; the cell's own page shows every counter.
   */
  static final Set<Counter> SUMMARY =
      EnumSet.of(
          Counter.ALLEGED,
          Counter.ILLUSTRATIVE,
          Counter.INADMISSIBLE,
          Counter.AWAITING_ADMISSION,
          Counter.AWAITING_RESPONSE,
          Counter.AWAITING_REFERRAL,
          Counter.BEFORE_PANEL,
          Counter.ANSWERED,
          Counter.UNANSWERED,
          Counter.SETTLED,
          Counter.WITHDRAWN,
          Counter.FINDING_VIOLATION,
          Counter.FINDING_NOT_ATTRIBUTABLE,
          Counter.FINDING_NO_VIOLATION,
          Counter.FINDING_NOT_DETERMINABLE);

  private Cells() {}

  static Address address(Cell cell) {
    return Address.of("cells", cell.key().accord(), cell.key().party(), cell.key().clause());
  }

  /**
   * One cell.
   *
   * @param self address of the cell's page with the point of the ledger and the period
   * @param shown counters to show where they are not zero; ALLEGED is always shown
   * @param chosen the counter whose cases the page shows
   */
  static ScorecardPage.CellView view(
      Cell cell,
      String party,
      Bindingness bindingness,
      Address self,
      Set<Counter> shown,
      @Nullable Counter chosen) {
    List<ScorecardPage.Figure> figures = new ArrayList<>();
    for (Counter counter : Counter.values()) {
      long count = cell.count(counter);
      if (shown.contains(counter) && (count != 0 || counter == Counter.ALLEGED)) {
        figures.add(
            new ScorecardPage.Figure(
                Long.toString(count),
                label(counter, bindingness),
                self.with("counter", counter.code()).at("cases").toString(),
                counter == chosen));
      }
    }
    return new ScorecardPage.CellView(
        party,
        self.toString(),
        cell.grade().code().replace('_', '-'),
        mark(cell.grade()),
        Words.bound("grade", cell.grade().code(), bindingness),
        figures,
        share(cell.share(), bindingness),
        false);
  }

  /** The key of what is counted; findings are worded by how binding the clause is. */
  static String label(Counter counter, Bindingness bindingness) {
    boolean worded =
        counter.code().contains("violation") || counter.code().equals("standing_grave");
    return "counter." + counter.code() + (worded ? "." + Words.code(bindingness) : "");
  }

  /** A sign beside the word, so that neither colour nor reading alone carries the grade. */
  private static String mark(Grade grade) {
    return switch (grade) {
      case NOT_IN_FORCE -> "∅";
      case SERIOUS_VIOLATION -> "!!";
      case VIOLATION -> "!";
      case VIOLATION_REMEDIED -> "↺";
      case NOT_DETERMINABLE -> "?";
      case NO_VIOLATION -> "✓";
      case NO_FINDING -> "–";
      case NOT_MONITORED -> "○";
    };
  }

  static ScorecardPage.@Nullable ShareView share(@Nullable Share share, Bindingness bindingness) {
    return share == null
        ? null
        : new ScorecardPage.ShareView(
            Words.key("share.brief", bindingness),
            Words.key("share.wide", bindingness),
            Long.toString(share.violations()),
            Long.toString(share.findings()),
            percent(share.share()),
            percent(share.low()),
            percent(share.high()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f", share * 100);
  }

  /** A median of days, without a useless fraction. */
  static @Nullable String days(@Nullable Double median) {
    if (median == null) {
      return null;
    }
    return median == Math.rint(median)
        ? Long.toString(Math.round(median))
        : String.format(Locale.ROOT, "%.1f", median);
  }
}
