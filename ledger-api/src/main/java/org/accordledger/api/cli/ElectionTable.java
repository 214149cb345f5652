package org.accordledger.api.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Elections as a terminal shows them: what nobody recorded is said, and not left blank. */
final class ElectionTable {
  private static final String NOT_KNOWN = "not known";

  private ElectionTable() {}

  /** The calendar or one election, from the server's document. */
  static String of(JsonNode document) {
    return document.has("items") ? calendar(document) : election(document);
  }

  private static String calendar(JsonNode document) {
    JsonNode items = document.get("items");
    if (items.isEmpty()) {
      return "no elections yet, or none that the filters leave";
    }
    boolean windows = items.valueStream().anyMatch(one -> !one.path("windows").isEmpty());
    TextTable table =
        windows
            ? new TextTable(
                "held on", "country", "title", "election", "observed by", "clause", "window")
            : new TextTable("held on", "country", "title", "election", "observed by");
    for (JsonNode one : items) {
      if (windows) {
        one.path("windows")
            .forEach(window -> table.row(row(one, text(window, "clause"), window(window))));
      } else {
        table.row(row(one));
      }
    }
    return document.has("next") ? table + "\n\nmore follow: narrow the filters" : table.toString();
  }

  private static String[] row(JsonNode one, String... more) {
    List<String> cells = new ArrayList<>();
    cells.add(text(one, "held_on"));
    cells.add(text(one, "country"));
    cells.add(text(one, "title"));
    cells.add(text(one, "election"));
    cells.add(observers(one));
    cells.addAll(List.of(more));
    return cells.toArray(String[]::new);
  }

  /** Nobody recorded as observing is another thing than nothing recorded. */
  private static String observers(JsonNode one) {
    List<String> missions = new ArrayList<>();
    one.path("missions").forEach(mission -> missions.add(mission.asString("")));
    if (!missions.isEmpty()) {
      return String.join(", ", missions);
    }
    boolean missing =
        one.path("missing").valueStream().anyMatch(what -> what.asString("").equals("missions"));
    return missing ? NOT_KNOWN : "nobody";
  }

  private static String window(JsonNode item) {
    JsonNode window = item.path("window");
    return switch (text(window, "state")) {
      case "closed" -> text(window, "opens") + " to " + text(window, "closes");
      case "open" -> "from " + text(window, "opens") + ", not closed yet";
      case "never_opens" -> "never opens";
      case "mission_unknown" -> "from " + text(window, "opens") + ", if it is observed";
      default -> NOT_KNOWN;
    };
  }

  private static String election(JsonNode one) {
    StringBuilder text = new StringBuilder(text(one, "title"));
    text.append(" [").append(text(one, "election")).append("]");
    text.append("\nheld in ").append(text(one, "country"));
    text.append(" on ").append(text(one, "held_on"));
    text.append("\nsource: ").append(text(one, "source"));
    if (one.has("no_mission")) {
      text.append("\nnobody observes it, as of ").append(text(one, "no_mission"));
    } else if (one.path("missions").isEmpty()) {
      text.append("\nwho observes it: ").append(NOT_KNOWN);
    }
    one.path("missions").forEach(mission -> text.append('\n').append(mission(mission)));
    return text.toString();
  }

  private static String mission(JsonNode mission) {
    StringBuilder text = new StringBuilder("observed by ");
    text.append(text(mission, "title")).append(" [").append(text(mission, "mission")).append("]");
    if (mission.path("reports").isEmpty()) {
      text.append("\n  no document yet");
    }
    for (JsonNode report : mission.path("reports")) {
      String kind = text(report, "report").replace('_', ' ').toLowerCase(Locale.ROOT);
      text.append("\n  ").append(kind).append(" on ").append(text(report, "published_on"));
      text.append(": ").append(text(report, "source"));
    }
    return text.toString();
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString(NOT_KNOWN);
  }
}
