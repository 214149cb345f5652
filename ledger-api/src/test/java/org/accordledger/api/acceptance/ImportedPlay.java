package org.accordledger.api.acceptance;

import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.accordledger.api.HttpAnswer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A play whose cases come from a file. */
final class ImportedPlay {
  private ImportedPlay() {}

  /** An accord kept after the fact between two parties, its one clause in force, and a monitor. */
  static Play between(String one, String other, ObjectNode clause, String monitor) {
    Play play =
        Play.drafted(
            """
            {"retrospective": true, "parties": [
              {"id": "%1$s", "name": {"en": "%1$s"}}, {"id": "%2$s", "name": {"en": "%2$s"}}]}
            """
                .formatted(one, other));
    String code = clause.get("code").asString();
    play.offer("offer-1", one, clause);
    ok(play.accept("offer-1", one, code));
    ok(play.accept("offer-1", other, code));
    ok(play.registrar().post(play.path("standing"), "{\"body\": \"%s\"}".formatted(monitor)));
    return play;
  }

  static String addressOf(Play play, String sourceId, String respondent) {
    String list = "/cases?limit=200&accord=%s&respondent=%s".formatted(play.accord(), respondent);
    List<String> found =
        now(play, list)
            .get("items")
            .valueStream()
            .filter(item -> item.at("/opening/source_id").asString("").equals(sourceId))
            .map(item -> "/cases/" + item.get("case_id").asString())
            .toList();
    assertThat(found).as("%s against %s", sourceId, respondent).hasSize(1);
    return found.getFirst();
  }

  /** Admits a case that the import filed: nobody here has its version yet. */
  static void admit(Play play, String address) {
    String version = play.answer(address).header("ETag");
    ok(play.registrar().post(address + "/admission", "{}", Map.of("If-Match", version)));
  }

  static String content(Play play, JsonNode exhibit) {
    HttpAnswer answer =
        ok(play.ledger().get("/contents/" + exhibit.get("content").asString(), Map.of()));
    return answer.response().body();
  }

  /** Reads once every view has what is stored. */
  static JsonNode now(Play play, String path) {
    String wait = (path.contains("?") ? "&" : "?") + "min_position=" + play.ledger().head();
    return play.read(path + wait);
  }
}
