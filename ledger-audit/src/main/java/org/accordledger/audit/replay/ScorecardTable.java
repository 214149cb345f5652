package org.accordledger.audit.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A scorecard document as a terminal shows it. */
public final class ScorecardTable {
  private static final List<String> COUNTS =
      List.of(
          "alleged",
          "inadmissible",
          "before_panel",
          "decided",
          "finding_violation",
          "finding_not_attributable",
          "finding_no_violation",
          "finding_not_determinable");

  private ScorecardTable() {}

  /** One line for each cell, and what stands above and below them. */
  public static String of(JsonNode document) {
    List<List<String>> rows = new ArrayList<>();
    List<String> titles = new ArrayList<>(List.of("accord", "clause", "party", "grade"));
    COUNTS.forEach(count -> titles.add(count.replace("finding_", "").replace('_', ' ')));
    titles.add("share of violations");
    rows.add(titles);
    for (JsonNode cell : document.path("cells")) {
      rows.add(row(cell));
    }
    StringBuilder text = new StringBuilder(aligned(rows));
    for (JsonNode accord : document.path("accords")) {
      if (accord.path("hypothetical").asBoolean(false)) {
        text.append(accord.path("accord").asString(""))
            .append(": HYPOTHETICAL, no such accord exists; its findings are illustrations\n");
      }
    }
    text.append("as of position ").append(document.path("position").asLong());
    if (document.path("recorded_at").isString()) {
      text.append(", recorded ").append(document.path("recorded_at").asString());
    }
    return text.append('\n').toString();
  }

  private static List<String> row(JsonNode cell) {
    JsonNode key = cell.path("key");
    List<String> row = new ArrayList<>();
    row.add(key.path("accord").asString(""));
    row.add(key.path("clause").asString(""));
    row.add(key.path("party").asString(""));
    row.add(cell.path("grade").asString("").replace('_', ' '));
    COUNTS.forEach(count -> row.add(Long.toString(cell.path("counts").path(count).asLong())));
    JsonNode share = cell.path("share");
    row.add(
        share.isObject()
            ? String.format(
                Locale.ROOT,
                "%d of %d (95%% interval %.2f to %.2f)",
                share.path("violations").asLong(),
                share.path("findings").asLong(),
                share.path("low").asDouble(),
                share.path("high").asDouble())
            : "-");
    return row;
  }

  private static String aligned(List<List<String>> rows) {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = row.get(i);
        String padding = " ".repeat(widths[i] - cell.length());
        boolean number = i >= 4 && i < 4 + COUNTS.size();
        line.append(number ? padding + cell : cell + padding).append("  ");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
