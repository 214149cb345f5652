package org.accordledger.api.log;

import static org.accordledger.api.Scenario.created;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.accordledger.api.Client;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import org.accordledger.log.Leaf;
import org.accordledger.log.LogHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PayloadsTest {
  private static final Map<String, String> WAIT = Map.of("Prefer", "wait=published");

  private final TestLedger ledger = TestLedger.shared();
  private final Scenario scenario = new Scenario(ledger).inForce();

  @Test
  void every_payload_is_the_one_its_leaf_commits_to() {
    long position = submit(scenario.allegation(null));
    List<byte[]> leaves = new ServedLog(ledger).verifiedLeaves();

    long next = 0;
    while (next <= position) {
      for (JsonNode line : lines(scenario.nobody(), "?limit=100&from=" + next)) {
        assertThat(line.get("position").asLong()).isEqualTo(next);
        if (!line.path("withheld").asBoolean(false)) {
          assertThat(commitment(line)).isEqualTo(Leaf.read(leaves.get((int) next)).commitment());
        }
        next++;
      }
    }
  }

  @Test
  void what_a_reader_may_not_know_is_withheld_and_counted() {
    long marked =
        submit(
            scenario
                .allegation(null)
                .replace("\"marking\": \"clear\", ", "\"marking\": \"red\", "));

    assertThat(line(scenario.nobody(), marked).get("withheld").asBoolean()).isTrue();
    assertThat(line(scenario.nobody(), marked).has("payload")).isFalse();
    assertThat(line(scenario.nobody(), marked).has("salt")).isFalse();
    assertThat(line(scenario.as(Role.PARTY, "corsia"), marked).has("payload")).isFalse();
    assertThat(line(scenario.as(Role.PARTY, "borea"), marked).has("payload")).isTrue();
    assertThat(line(scenario.as(Role.AUDITOR, null), marked).has("payload")).isTrue();
  }

  @Test
  void one_exhibit_a_reader_may_not_see_withholds_its_event() {
    long marked =
        submit(
            scenario
                .allegation(null)
                .replace("\"id\": \"letter\", ", "")
                .replace(
                    "\"title\": \"The letter\", \"marking\": \"clear\"",
                    "\"title\": \"The letter\", \"marking\": \"amber\""));

    assertThat(line(scenario.nobody(), marked).get("withheld").asBoolean()).isTrue();
    assertThat(line(scenario.as(Role.AUDITOR, null), marked).has("payload")).isTrue();
  }

  @Test
  void behind_the_published_log_there_is_nothing() {
    HttpAnswer answer = scenario.nobody().get("/payloads?from=99999999");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().body()).isEmpty();
    assertThat(Long.parseLong(answer.header("Ledger-Position"))).isNotNegative();
  }

  @ParameterizedTest
  @CsvSource({"from,-1", "from,x", "limit,0", "limit,10001", "form,0"})
  void a_wrong_parameter_is_named(String name, String value) {
    HttpAnswer answer = scenario.nobody().get("/payloads?" + name + "=" + value);

    assertThat(answer.code()).isEqualTo("invalid_parameter");
    assertThat(answer.json().get("parameter").asString()).isEqualTo(name);
  }

  private long submit(String allegation) {
    HttpAnswer answer = created(scenario.as(Role.PARTY, "alba").post("/cases", allegation, WAIT));
    assertThat(answer.json().has("receipt")).isTrue();
    return answer.json().get("position").asLong();
  }

  private static JsonNode line(Client reader, long position) {
    return lines(reader, "?limit=1&from=" + position).getFirst();
  }

  private static List<JsonNode> lines(Client reader, String query) {
    HttpAnswer answer = reader.get("/payloads" + query);
    assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
    return answer.response().body().lines().map(JsonMapper.shared()::readTree).toList();
  }

  private static String commitment(JsonNode line) {
    return LogHash.commitment(
        Base64.getUrlDecoder().decode(line.get("salt").asString()),
        line.get("payload").asString().getBytes(StandardCharsets.UTF_8));
  }
}
