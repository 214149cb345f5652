package org.accordledger.api.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.accordledger.core.scorecard.Counter;
import tools.jackson.databind.JsonNode;

/** A scorecard as a terminal shows it: words and counts, and no share without its interval. */
final class ScorecardTable {
  private ScorecardTable() {}

  /** One table per accord, from the server's document. */
  static String of(JsonNode document) {
    List<String> parts = new ArrayList<>();
    for (JsonNode accord : document.path("accords")) {
      parts.add(accord(document, accord));
    }
    if (parts.isEmpty()) {
      parts.add("no accord yet, or none that the filters leave");
    }
    parts.add(foot(document));
    return String.join("\n\n", parts);
  }

  /** What changed between two points, a line for each cell. */
  static String changes(JsonNode document) {
    TextTable table = new TextTable("accord", "clause", "party", "grade", "changes");
    for (JsonNode cell : document.path("cells")) {
      JsonNode key = cell.path("key");
      table.row(
          key.path("accord").asString(""),
          key.path("clause").asString(""),
          key.path("party").asString(""),
          grades(cell),
          counts(cell.path("counts")));
    }
    String between =
        "between position %d and position %d"
            .formatted(
                document.path("since").path("position").asLong(-1),
                document.path("until").path("position").asLong(-1));
    return (document.path("cells").isEmpty()
            ? "nothing changed " + between
            : table + "\n\nwhat changed " + between)
        + methods(document)
        + leftOut(document);
  }

  private static String methods(JsonNode document) {
    StringBuilder lines = new StringBuilder();
    for (JsonNode change : document.path("methods")) {
      lines.append(
          "\n%s went over from scoring method %d to %d; both grades are by method %d"
              .formatted(
                  change.path("accord").asString(""),
                  change.path("before").asInt(0),
                  change.path("after").asInt(0),
                  change.path("after").asInt(0)));
    }
    return lines.toString();
  }

  private static String grades(JsonNode cell) {
    String before = cell.path("grade_before").asString("no cell").replace('_', ' ');
    String after = cell.path("grade_after").asString("no cell").replace('_', ' ');
    return before.equals(after) ? after : before + " -> " + after;
  }

  private static String counts(JsonNode counts) {
    List<String> all = new ArrayList<>();
    counts
        .properties()
        .forEach(
            one ->
                all.add(
                    "%s %+d".formatted(one.getKey().replace('_', ' '), one.getValue().asLong())));
    return String.join(", ", all);
  }

  private static String accord(JsonNode document, JsonNode accord) {
    String id = accord.path("accord").asString("");
    StringBuilder head = new StringBuilder(text(accord.path("title")));
    head.append(" [").append(id).append("]");
    if (accord.path("hypothetical").asBoolean(false)) {
      head.append("\nHYPOTHETICAL: no such accord exists; its findings are illustrations");
    }
    TextTable table =
        new TextTable(
            "clause",
            "party",
            "grade",
            "alleged",
            "inadmissible",
            "open",
            "decided",
            "violation",
            "not attributable",
            "no violation",
            "not determinable",
            "share of violations");
    for (JsonNode cell : document.path("cells")) {
      if (cell.path("key").path("accord").asString("").equals(id)) {
        table.row(row(accord, cell));
      }
    }
    return head + "\n" + table;
  }

  private static String[] row(JsonNode accord, JsonNode cell) {
    return new String[] {
      cell.path("key").path("clause").asString(""),
      party(accord, cell.path("key").path("party").asString("")),
      cell.path("grade").asString("").replace('_', ' '),
      count(cell, Counter.ALLEGED),
      count(cell, Counter.INADMISSIBLE),
      count(
          cell,
          Counter.AWAITING_ADMISSION,
          Counter.AWAITING_RESPONSE,
          Counter.AWAITING_REFERRAL,
          Counter.BEFORE_PANEL),
      count(cell, Counter.DECIDED),
      count(cell, Counter.FINDING_VIOLATION),
      count(cell, Counter.FINDING_NOT_ATTRIBUTABLE),
      count(cell, Counter.FINDING_NO_VIOLATION),
      count(cell, Counter.FINDING_NOT_DETERMINABLE),
      share(cell.path("share"))
    };
  }

  private static String count(JsonNode cell, Counter... counters) {
    long sum = 0;
    for (Counter counter : counters) {
      sum += cell.path("counts").path(counter.code()).asLong(0);
    }
    return Long.toString(sum);
  }

  private static String share(JsonNode share) {
    return share.isObject()
        ? String.format(
            Locale.ROOT,
            "%d of %d (95%% interval %.2f to %.2f)",
            share.path("violations").asLong(),
            share.path("findings").asLong(),
            share.path("low").asDouble(),
            share.path("high").asDouble())
        : "-";
  }

  private static String party(JsonNode accord, String id) {
    for (JsonNode party : accord.path("parties")) {
      if (party.path("id").asString("").equals(id)) {
        return text(party.path("name"));
      }
    }
    return id;
  }

  /** The English text, or else the first there is. */
  private static String text(JsonNode byLanguage) {
    String english = byLanguage.path("en").asString("");
    if (!english.isEmpty() || byLanguage.isEmpty()) {
      return english;
    }
    return byLanguage.iterator().next().asString("");
  }

  private static String foot(JsonNode document) {
    StringBuilder foot = new StringBuilder("at position ");
    foot.append(document.path("position").asLong(-1));
    if (document.path("recorded_at").isString()) {
      foot.append(", recorded ").append(document.path("recorded_at").asString());
    }
    String from = document.path("incidents").path("from").asString("");
    String to = document.path("incidents").path("to").asString("");
    foot.append(
        from.isEmpty() && to.isEmpty() ? "; all incidents" : "; incidents " + from + ".." + to);
    foot.append(leftOut(document));
    foot.append("\nopen cases are shown beside the grade and never move it");
    return foot.toString();
  }

  private static String leftOut(JsonNode document) {
    long leftOut = document.path("left_out").asLong(0);
    return leftOut > 0 ? "; " + leftOut + " cases are left out for this reader" : "";
  }
}
