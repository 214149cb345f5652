package org.accordledger.api.imports;

import java.util.UUID;
import org.accordledger.api.client.Answer;
import org.accordledger.api.client.LedgerClient;
import org.accordledger.api.imports.ImportTally.CaseOutcome;
import org.accordledger.api.imports.Submission.ProposedCase;
import tools.jackson.databind.JsonNode;

/** Files one case with a running ledger and says what became of it. */
final class CaseSender {
  private final LedgerClient ledger;

  CaseSender(LedgerClient ledger) {
    this.ledger = ledger;
  }

  /**
   * Files it.
   *
   * @throws ImportProblem if no case could be filed this way, so that going on is useless
   */
  CaseOutcome send(ProposedCase proposed) {
    // The key covers this sending and its retries. A later run is told by the case's derived id.
    Answer answer = ledger.post("/cases", proposed.body(), "import-" + UUID.randomUUID(), null);
    if (answer.ok()) {
      return new CaseOutcome.Filed(ground(answer.json()));
    }
    if (answer.status() == 409 && answer.code().equals("already_submitted")) {
      return new CaseOutcome.AlreadyPresent();
    }
    return switch (answer.status()) {
      case 401, 403 ->
          throw new ImportProblem(
              "the ledger at "
                  + ledger.server()
                  + " does not let this token file as '"
                  + proposed.body().path("allegation").path("complainant").asString("")
                  + "' ("
                  + answer.sentence()
                  + "); give one with --token, made by './ledger token create'");
      case 404, 405 ->
          throw new ImportProblem(
              ledger.server() + " did not take POST /cases (" + answer.sentence() + ")");
      default -> {
        if (answer.status() >= 500 || answer.status() == 429) {
          throw new ImportProblem(
              "the ledger at "
                  + ledger.server()
                  + " cannot take more now ("
                  + answer.sentence()
                  + "); run the same command again to go on where it stopped");
        }
        yield new CaseOutcome.Refused(
            answer.code().isEmpty() ? "http_" + answer.status() : answer.code(), answer.reason());
      }
    };
  }

  /** A submission that data decides has a second event in its stream at once. */
  private @org.jspecify.annotations.Nullable String ground(JsonNode filed) {
    if (filed.path("version").asLong(0) < 1) {
      return null;
    }
    String stream = filed.path("stream").asString("");
    Answer answer =
        ledger.get(
            "/cases/" + stream + "?min_position=" + filed.path("position").asLong(0),
            "application/json");
    JsonNode ground = answer.json().findValue("ground");
    return answer.ok() && ground != null ? ground.asString("unknown") : null;
  }
}
