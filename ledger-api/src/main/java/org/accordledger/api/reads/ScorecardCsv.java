package org.accordledger.api.reads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.scorecard.AccordCard;
import org.accordledger.core.scorecard.Cell;
import org.accordledger.core.scorecard.Counter;
import org.accordledger.core.scorecard.Share;
import org.jspecify.annotations.Nullable;

/**
 * The scorecard as a table: one row per cell, one column per counter. The point of the ledger and
 * the period stand in every row, so that a row cut out of the file still says what it is.
 */
final class ScorecardCsv {
  private static final List<String> BEFORE =
      List.of(
          "accord",
          "hypothetical",
          "party",
          "clause",
          "grade",
          "method",
          "in_force_since",
          "covered_by");
  private static final List<String> AFTER =
      List.of(
          "share_violations",
          "share_findings",
          "share",
          "share_low",
          "share_high",
          "median_days_to_respond",
          "median_days_to_decide",
          "undated_left_out",
          "incidents_from",
          "incidents_to",
          "position",
          "recorded_at",
          "left_out");

  private ScorecardCsv() {}

  static CsvText of(ScorecardDocument document) {
    Stream<String> counters = Arrays.stream(Counter.values()).map(Counter::code);
    CsvText csv =
        new CsvText(
            Stream.of(BEFORE.stream(), counters, AFTER.stream())
                .flatMap(columns -> columns)
                .toArray(String[]::new));
    Map<AccordId, AccordCard> cards = new HashMap<>();
    document.accords().forEach(card -> cards.put(card.accord(), card));
    for (Cell cell : document.cells()) {
      csv.row(row(document, cards.get(cell.key().accord()), cell));
    }
    return csv;
  }

  private static List<@Nullable Object> row(
      ScorecardDocument document, @Nullable AccordCard card, Cell cell) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(cell.key().accord());
    row.add(card == null ? null : card.hypothetical());
    row.add(cell.key().party());
    row.add(cell.key().clause());
    row.add(cell.grade().code());
    row.add(card == null ? null : card.method());
    row.add(cell.inForceSince());
    row.add(String.join(" ", cell.coveredBy().stream().map(Object::toString).toList()));
    for (Counter counter : Counter.values()) {
      row.add(cell.count(counter));
    }
    Share share = cell.share();
    row.add(share == null ? null : share.violations());
    row.add(share == null ? null : share.findings());
    row.add(share == null ? null : share.share());
    row.add(share == null ? null : share.low());
    row.add(share == null ? null : share.high());
    row.add(cell.medianDaysToRespond());
    row.add(cell.medianDaysToDecide());
    row.add(cell.undatedLeftOut());
    row.add(document.incidents().from());
    row.add(document.incidents().to());
    row.add(document.position());
    row.add(document.recordedAt());
    row.add(document.leftOut());
    return row;
  }
}
