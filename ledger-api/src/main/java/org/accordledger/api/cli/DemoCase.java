package org.accordledger.api.cli;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What makes a case worth opening in the demo. */
enum DemoCase {
  EMBARGO("of a verdict inside an election's window"),
  EMBARGO_OVER("of one outside of it, turned away by the ledger"),
  DISSENT("with a dissent"),
  NOT_DETERMINABLE("that could not be determined, which is not compliance"),
  SETTLED("settled without a finding"),
  REMEDIED("whose remedy was verified"),
  UNANSWERED("that was not answered, which is not guilt");

  private final String words;

  DemoCase(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /**
   * Everything a case is an example of.
   *
   * @param line of the docket
   * @param document of the same case
   */
  static List<DemoCase> kindsOf(JsonNode line, JsonNode document) {
    return Arrays.stream(values()).filter(kind -> kind.holds(line, document)).toList();
  }

  private boolean holds(JsonNode line, JsonNode document) {
    return switch (this) {
      case EMBARGO -> document.has("embargo") && text(line, "ground").isEmpty();
      case EMBARGO_OVER ->
          document.has("embargo") && text(line, "ground").equals("embargo_not_open");
      case DISSENT ->
          document
              .path("findings")
              .valueStream()
              .anyMatch(finding -> !finding.path("dissenters").isEmpty());
      case NOT_DETERMINABLE -> text(line, "outcome").equals("not_determinable");
      case SETTLED -> text(line, "stage").equals("settled");
      case REMEDIED -> text(line, "remedy").equals("verified");
      case UNANSWERED -> document.path("silent").asBoolean(false);
    };
  }

  private static String text(JsonNode line, String field) {
    return line.path("course").path(field).asString("");
  }
}
