package org.accordledger.audit.replay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.accordledger.core.codec.LedgerJson;
import org.accordledger.core.scorecard.AccordCard;
import org.accordledger.core.scorecard.Cell;
import org.accordledger.core.scorecard.Period;
import org.accordledger.core.scorecard.Scorecard;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A scorecard worked out from the events, and what was withheld from it. */
public record Replayed(Scorecard scorecard, Hidden hidden) {
  private static final String CASE = "case-";

  /**
   * The scorecard as a document, in the fields of {@code GET /scorecard} and three more.
   *
   * @param leftOut cases of which nothing is known
   * @param withheldPayloads among the events taken into account
   * @param leftOutStreams accords and cases of which nothing is known, and where they begin
   * @param cutOffStreams those counted as they stood before a position
   */
  public record Document(
      long position,
      @Nullable Instant recordedAt,
      Period incidents,
      List<AccordCard> accords,
      List<Cell> cells,
      long leftOut,
      long withheldPayloads,
      Map<String, Long> leftOutStreams,
      Map<String, Long> cutOffStreams) {}

  /** Cases of which nothing is known. */
  public long leftOut() {
    return hidden.leftOut().keySet().stream().filter(stream -> stream.startsWith(CASE)).count();
  }

  /** The document as JSON, with numbers and names as the API writes them. */
  public JsonNode json() {
    JsonMapper mapper = LedgerJson.mapper();
    Document document =
        new Document(
            scorecard.position(),
            scorecard.recordedAt(),
            scorecard.incidents(),
            scorecard.accords(),
            scorecard.cells(),
            leftOut(),
            hidden.payloads(),
            hidden.leftOut(),
            hidden.cutOff());
    return mapper.readTree(mapper.writeValueAsBytes(document));
  }
}
