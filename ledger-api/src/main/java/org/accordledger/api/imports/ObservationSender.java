package org.accordledger.api.imports;

import java.util.UUID;
import java.util.function.Supplier;
import org.accordledger.api.client.Answer;
import org.accordledger.api.client.LedgerClient;
import org.accordledger.api.imports.ImportTally.CaseOutcome;
import tools.jackson.databind.JsonNode;

/** Writes to one stream with a running ledger and says what became of it. */
final class ObservationSender {
  private static final int ATTEMPTS = 100;
  private static final long PAUSE_MILLIS = 50;

  private final LedgerClient ledger;

  ObservationSender(LedgerClient ledger) {
    this.ledger = ledger;
  }

  /** What became of a write, and the version the stream has then; -1 if it was refused. */
  record Written(CaseOutcome outcome, long version) {}

  /**
   * Begins a stream; one that is there already is present.
   *
   * @throws ImportProblem if nothing could be written this way, so that going on is useless
   */
  Written begin(String collection, JsonNode body) {
    Answer answer = ledger.post(collection, body, key(), null);
    return answer.status() == 409 && answer.code().equals("already_exists")
        ? new Written(new CaseOutcome.AlreadyPresent(), -1)
        : written(answer);
  }

  /** Changes a stream that has this version. Errors as in {@link #begin}. */
  Written change(String path, JsonNode body, long version) {
    return written(ledger.post(path, body, key(), Long.toString(version)));
  }

  /** What was read of a stream was not its last state any more. */
  private static final class Stale extends ImportProblem {
    private static final long serialVersionUID = 1L;

    Stale(String message) {
      super(message);
    }
  }

  /**
   * Does again what was decided on a view that was behind; what is written already is there then.
   *
   * @throws ImportProblem if the view does not come up, or the work throws it
   */
  <T> T upToDate(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (Stale stale) {
        if (attempt == ATTEMPTS) {
          throw stale;
        }
        pause();
      }
    }
  }

  /** What the ledger shows of a stream that is there: a view may be behind for a moment. */
  JsonNode read(String path) {
    Answer answer = ledger.get(path, "application/json");
    for (int attempt = 1; answer.status() == 404 && attempt < ATTEMPTS; attempt++) {
      pause();
      answer = ledger.get(path, "application/json");
    }
    if (!answer.ok()) {
      throw new ImportProblem(
          "the ledger at %s does not show %s (%s); give a token that may see it with --token"
              .formatted(ledger.server(), path, answer.sentence()));
    }
    return answer.json();
  }

  // the key covers one sending and its retries: a later run looks at what is there
  private static String key() {
    return "import-" + UUID.randomUUID();
  }

  private Written written(Answer answer) {
    if (answer.ok()) {
      return new Written(new CaseOutcome.Filed(null), answer.json().path("version").asLong(-1));
    }
    if (answer.status() == 401 || answer.status() == 403) {
      throw new ImportProblem(
          "the ledger at %s does not let this token record that (%s); give one with --token, made by './ledger token create'"
              .formatted(ledger.server(), answer.sentence()));
    }
    String stopped =
        "the ledger at %s cannot take more now (%s); run the same command again to go on where it stopped"
            .formatted(ledger.server(), answer.sentence());
    if (answer.status() == 412) {
      throw new Stale(stopped);
    }
    if (answer.status() >= 500 || answer.status() == 429) {
      throw new ImportProblem(stopped);
    }
    String code = answer.code().isEmpty() ? "http_" + answer.status() : answer.code();
    return new Written(new CaseOutcome.Refused(code, answer.reason()), -1);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImportProblem("stopped while waiting for the ledger");
    }
  }
}
