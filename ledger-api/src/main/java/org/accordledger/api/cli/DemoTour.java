package org.accordledger.api.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.accordledger.api.client.LedgerClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the demo prints of the examples once they are loaded; only what there is. */
final class DemoTour {
  private final PrintWriter out;
  private final LedgerClient client;
  private final String position;

  /**
   * @param position that everything printed has at least
   */
  DemoTour(PrintWriter out, LedgerClient client, long position) {
    this.out = out;
    this.client = client;
    this.position = Long.toString(position);
  }

  /** How its parties stand, and what there is to say of it beside the grades. */
  void accord(String accord) {
    out.println();
    out.println(
        ScorecardCommand.read(
            client,
            Map.of("accord", accord, "min_position", position),
            ScorecardCommand.Format.TABLE));
    offers(read("/accords/" + accord + Query.of(Map.of("min_position", position))));
    report(accord, "refusals", "who refused what");
    report(accord, "uncovered-conduct", "alleged and governed by no clause");
    tell(
        "elections and the windows they open",
        "/elections",
        Map.of("accord", accord),
        "windows",
        ElectionTable::of);
  }

  /** What has become of every item on the table, where not all of them were simply accepted. */
  private void offers(JsonNode accord) {
    boolean allInForce =
        accord
            .path("offers")
            .valueStream()
            .flatMap(offer -> offer.path("item_states").valueStream())
            .allMatch(item -> item.path("status").asString("").equals("in_force"));
    if (allInForce) {
      return;
    }
    TextTable table = new TextTable("offer", "by", "item", "came to", "answers");
    for (JsonNode offer : accord.path("offers")) {
      for (JsonNode item : offer.path("item_states")) {
        List<String> answers = new ArrayList<>();
        for (JsonNode party : item.path("parties")) {
          answers.add(text(party, "party") + " " + text(party, "stand"));
        }
        table.row(
            text(offer, "offer"),
            text(offer, "offered_by"),
            text(item, "item"),
            text(item, "status"),
            String.join(", ", answers));
      }
    }
    out.println();
    out.println("what came of each item on the table");
    out.println(table);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("").replace('_', ' ');
  }

  /** What was counted, before and after. */
  void series() {
    tell(null, "/series", Map.of(), null, SeriesTable::of);
  }

  /** One case of each kind that is told apart by how it went. */
  void cases() {
    Map<DemoCase, JsonNode> found = new LinkedHashMap<>();
    String next = "/cases" + Query.of(Map.of("limit", "200", "min_position", position));
    while (!next.isEmpty()) {
      JsonNode page = read(next);
      for (JsonNode item : page.path("items")) {
        JsonNode one = read("/cases/" + item.path("case_id").asString(""));
        DemoCase.kindsOf(item, one).forEach(kind -> found.putIfAbsent(kind, one));
      }
      next = page.path("next").asString("");
    }
    if (found.isEmpty()) {
      return;
    }
    TextTable table = new TextTable("a case", "title", "stage", "address");
    for (DemoCase kind : DemoCase.values()) {
      JsonNode one = found.get(kind);
      if (one != null) {
        table.row(
            kind.words(),
            one.at("/allegation/title").asString(""),
            one.path("stage").asString("").replace('_', ' '),
            "/cases/" + one.path("case_id").asString(""));
      }
    }
    out.println();
    out.println("cases worth opening");
    out.println(table);
  }

  private void report(String accord, String report, String title) {
    tell(
        title,
        "/accords/" + accord + "/" + report,
        Map.of(),
        null,
        document -> ReportTable.of(report).print(document));
  }

  /**
   * A list, if there is anything on it.
   *
   * @param title null if the table brings its own
   * @param asked what at least one item has to hold; null if every item counts
   */
  private void tell(
      @Nullable String title,
      String path,
      Map<String, String> query,
      @Nullable String asked,
      Function<JsonNode, String> table) {
    Map<String, String> all = new LinkedHashMap<>(query);
    all.put("min_position", position);
    JsonNode document = read(path + Query.of(all));
    boolean any =
        document
            .path("items")
            .valueStream()
            .anyMatch(item -> asked == null || !item.path(asked).isEmpty());
    if (any) {
      out.println();
      if (title != null) {
        out.println(title);
      }
      out.println(table.apply(document));
    }
  }

  private JsonNode read(String path) {
    return CommandProblem.unlessGiven(path, client.get(path, "application/json")).json();
  }
}
