package org.accordledger.audit.certificate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.accordledger.audit.AuditProblem;
import org.accordledger.core.codec.LedgerJson;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogText;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignedNote;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The text of a certificate, which is what is signed. It follows from the statement's bytes alone,
 * so that whoever has both can see that they say the same.
 */
final class StatementText {
  private final JsonNode statement;
  private final StringBuilder text = new StringBuilder();

  private StatementText(JsonNode statement) {
    this.statement = statement;
  }

  /**
   * The text of a statement.
   *
   * @param json its bytes
   * @throws AuditProblem when they are no statement
   */
  static String of(byte[] json) {
    try {
      return new StatementText(LedgerJson.mapper().readTree(json)).write(json);
    } catch (JacksonException | LogFormatException e) {
      throw new AuditProblem("not the statement of a certificate: " + e.getMessage(), e);
    }
  }

  /** The log's checkpoint that a statement rests on, unverified. */
  static SignedNote checkpoint(byte[] json) {
    return SignedNote.parse(
        LogText.utf8(LedgerJson.mapper().readTree(json).path("checkpoint").asString("")));
  }

  private String write(byte[] json) {
    if (!statement.path("format").asString("").equals(Statement.FORMAT)) {
      throw new LogFormatException("its format is not " + Statement.FORMAT);
    }
    SignedNote note = SignedNote.parse(LogText.utf8(statement.path("checkpoint").asString("")));
    Checkpoint checkpoint = Checkpoint.parse(note.unverifiedText());
    line(Statement.FORMAT);
    line("log " + checkpoint.origin());
    line(
        "checkpoint of %d entries, root %s"
            .formatted(checkpoint.size(), LogText.base64(checkpoint.root())));
    line(
        "as of position %d, recorded %s"
            .formatted(
                statement.path("as_of").asLong(), statement.path("recorded_at").asString("never")));
    JsonNode filters = statement.path("filters");
    line("method " + filters.path("method").asString("in force"));
    line(
        "accord %s, party %s, clause %s, incidents %s..%s"
            .formatted(
                filters.path("accord").asString("all"),
                filters.path("party").asString("all"),
                filters.path("clause").asString("all"),
                filters.path("incidents").path("from").asString("first"),
                filters.path("incidents").path("to").asString("last")));
    line(
        "withheld payloads %d, cases left out %d"
            .formatted(
                statement.path("withheld_payloads").asLong(), statement.path("left_out").asLong()));
    line("statement sha256 %s, %d bytes".formatted(sha256(json), json.length));
    statement.path("cells").forEach(this::cell);
    return text.toString();
  }

  private void cell(JsonNode stated) {
    JsonNode cell = stated.path("figures");
    JsonNode key = cell.path("key");
    StringJoiner figures = new StringJoiner(", ");
    JsonNode counts = cell.path("counts");
    for (String counter : new TreeSet<>(counts.propertyNames())) {
      if (counts.path(counter).asLong() != 0) {
        figures.add(counter + " " + counts.path(counter).asLong());
      }
    }
    JsonNode share = cell.path("share");
    if (share.isObject()) {
      figures.add(
          String.format(
              Locale.ROOT,
              "share of violations %d of %d (95 %% interval %.4f to %.4f)",
              share.path("violations").asLong(),
              share.path("findings").asLong(),
              share.path("low").asDouble(),
              share.path("high").asDouble()));
    }
    line(
        "%s, %s, %s: %s%s"
            .formatted(
                key.path("accord").asString(""),
                key.path("clause").asString(""),
                key.path("party").asString(""),
                cell.path("grade").asString(""),
                figures.length() == 0 ? "" : "; " + figures));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static String sha256(byte[] json) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
