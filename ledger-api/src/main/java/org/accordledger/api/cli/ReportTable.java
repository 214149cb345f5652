package org.accordledger.api.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.accordledger.core.scorecard.Counter;
import tools.jackson.databind.JsonNode;

/**
 * How a terminal shows a report, from the server's document.
 *
 * @param titles of the columns
 * @param rows of one item of the document
 */
record ReportTable(List<String> titles, Function<JsonNode, List<List<String>>> rows) {
  private static final Set<String> PAGED =
      Set.of("loop", "response-times", "tally", "uncovered-conduct");

  private static final Map<String, ReportTable> ALL =
      new TreeMap<>(
          Map.of(
              "obligations",
              new ReportTable(
                  List.of("party", "", "clause", "version", "by", "since", "performed"),
                  ReportTable::obligations),
              "refusals",
              one(
                  List.of("day", "party", "offer", "of", "clauses", "words"),
                  item ->
                      List.of(
                          text(item, "filed_on"),
                          text(item, "party"),
                          text(item, "offer"),
                          text(item, "offered_by"),
                          joined(item.path("refused"), "clause"),
                          words(item))),
              "uncovered",
              one(
                  List.of("clause", "version", "binds", "verifiability", "covered until"),
                  item ->
                      List.of(
                          text(item, "clause"),
                          text(item, "version"),
                          joined(item.path("bound")),
                          text(item, "verifiability"),
                          text(item, "covered_until"))),
              "uncovered-conduct",
              one(
                  List.of("case", "title", "alleged under", "by", "against", "acts", "from"),
                  item ->
                      List.of(
                          text(item, "case_id"),
                          text(item, "title"),
                          text(item, "clause"),
                          text(item, "complainant"),
                          text(item, "respondent"),
                          joined(item.path("acts")),
                          text(item.path("occurred"), "from"))),
              "loop",
              one(
                  List.of("day", "by", "", "against", "clauses", "of", "words"),
                  item ->
                      List.of(
                          text(item, "day"),
                          text(item, "by"),
                          text(item, "kind").replace('_', ' '),
                          text(item, "against"),
                          joined(item.path("clauses")),
                          item.has("offer") ? text(item, "offer") : text(item, "title"),
                          words(item))),
              "response-times",
              one(
                  List.of(
                      "respondent",
                      "clause",
                      "cases",
                      "answered",
                      "without",
                      "days from allegation",
                      "days from notification",
                      "days to reaction"),
                  item ->
                      List.of(
                          text(item, "respondent"),
                          text(item, "clause"),
                          text(item, "cases"),
                          text(item, "answered"),
                          text(item, "without"),
                          median(item, "median_days_from_allegation"),
                          median(item, "median_days_from_notification"),
                          median(item, "median_days_to_reaction"))),
              "reciprocity",
              one(
                  List.of(
                      "complainant",
                      "respondent",
                      "filed",
                      "inadmissible",
                      "withdrawn",
                      "settled",
                      "upheld",
                      "not upheld",
                      "open"),
                  item ->
                      List.of(
                          text(item, "complainant"),
                          text(item, "respondent"),
                          text(item, "filed"),
                          text(item, "inadmissible"),
                          text(item, "withdrawn"),
                          text(item, "settled"),
                          text(item, "upheld"),
                          text(item, "not_upheld"),
                          text(item, "open"))),
              "tally",
              one(
                  List.of(
                      "value",
                      "alleged",
                      "inadmissible",
                      "decided",
                      "violation",
                      "not attributable",
                      "no violation",
                      "not determinable",
                      "days to respond",
                      "days to decide"),
                  item ->
                      List.of(
                          item.has("value") ? text(item, "value") : "(none)",
                          count(item, Counter.ALLEGED),
                          count(item, Counter.INADMISSIBLE),
                          count(item, Counter.DECIDED),
                          count(item, Counter.FINDING_VIOLATION),
                          count(item, Counter.FINDING_NOT_ATTRIBUTABLE),
                          count(item, Counter.FINDING_NO_VIOLATION),
                          count(item, Counter.FINDING_NOT_DETERMINABLE),
                          median(item, "median_days_to_respond"),
                          median(item, "median_days_to_decide"))),
              "clause-checks",
              one(
                  List.of("offer", "clause", "testable", "missing", "unknown acts"),
                  item ->
                      List.of(
                          text(item, "offer"),
                          text(item, "clause"),
                          text(item, "testable"),
                          joined(item.path("missing")),
                          joined(item.path("unknown_acts"))))));

  /**
   * The report of a name.
   *
   * @throws CommandProblem if there is none
   */
  static ReportTable of(String name) {
    ReportTable table = ALL.get(name);
    if (table == null) {
      throw new CommandProblem(
          "there is no report " + name + "; there are " + String.join(", ", ALL.keySet()));
    }
    return table;
  }

  /** Whether the ledger gives the report of this name in pages. */
  static boolean paged(String name) {
    return PAGED.contains(name);
  }

  String print(JsonNode document) {
    TextTable table = new TextTable(titles.toArray(String[]::new));
    int count = 0;
    for (JsonNode item : document.path("items")) {
      for (List<String> row : rows.apply(item)) {
        table.row(row.toArray(String[]::new));
        count++;
      }
    }
    return (count == 0 ? "nothing to report" : table.toString()) + foot(document);
  }

  private static String foot(JsonNode document) {
    StringBuilder foot = new StringBuilder();
    if (document.has("next") && !document.has("cases")) {
      foot.append("\nmore: --cursor ").append(text(document, "next"));
    }
    long leftOut = document.path("left_out").asLong(0);
    if (leftOut > 0) {
      foot.append("\n").append(leftOut).append(" cases are left out for this reader");
    }
    return foot.toString();
  }

  private static ReportTable one(List<String> titles, Function<JsonNode, List<String>> row) {
    return new ReportTable(titles, item -> List.of(row.apply(item)));
  }

  private static List<List<String>> obligations(JsonNode item) {
    List<List<String>> rows = new ArrayList<>();
    item.path("owes").forEach(owed -> rows.add(owed(item, "owes", owed)));
    item.path("given").forEach(owed -> rows.add(owed(item, "is given", owed)));
    return rows;
  }

  private static List<String> owed(JsonNode item, String what, JsonNode owed) {
    return List.of(
        text(item, "party"),
        what,
        text(owed, "clause"),
        text(owed, "version"),
        text(owed, "by"),
        text(owed, "since"),
        owed.path("performed").asBoolean() ? "yes" : "released");
  }

  private static String words(JsonNode item) {
    List<String> said = new ArrayList<>();
    item.path("words").forEach(text -> said.add(text(text, "text")));
    said.add(text(item.path("reason"), "text"));
    return said.stream().filter(one -> !one.isEmpty()).collect(Collectors.joining(" / "));
  }

  private static String count(JsonNode item, Counter counter) {
    return Long.toString(item.path("counts").path(counter.code()).asLong(0));
  }

  private static String median(JsonNode item, String field) {
    return item.path(field).isNumber()
        ? String.format(Locale.ROOT, "%.1f", item.path(field).asDouble())
        : "-";
  }

  private static String joined(JsonNode list) {
    List<String> all = new ArrayList<>();
    list.forEach(one -> all.add(one.asString("").replace('_', ' ')));
    return String.join(", ", all);
  }

  private static String joined(JsonNode list, String field) {
    List<String> all = new ArrayList<>();
    list.forEach(one -> all.add(text(one, field)));
    return String.join(", ", all);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
