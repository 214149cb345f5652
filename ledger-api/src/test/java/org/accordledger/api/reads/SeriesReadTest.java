package org.accordledger.api.reads;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.accordledger.api.Client;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SeriesReadTest {
  private final TestLedger ledger = TestLedger.shared();
  private final Scenario scenario = new Scenario(ledger).inForce();
  private final Client monitor = scenario.as(Role.MONITOR, "watch");
  private final String id = "series-" + scenario.accord().substring("accord-".length());

  @Test
  void disagreeing_sources_stand_side_by_side_each_with_its_interval_and_its_trend() {
    open(id, "clear", "alba");
    count(id, "2014", 40, 44, 48, 20);
    attach(id);
    open(id + "-other", "clear", "alba");
    count(id + "-other", "2014", 10, 10, 10, 12);
    attach(id + "-other");

    JsonNode list = read("/series?accord=" + scenario.accord() + "&clause=no-fakes").json();

    assertThat(list.get("caveat").asString()).startsWith("A trend is not a cause");
    assertThat(list.get("items")).hasSize(2);
    JsonNode comparison = list.at("/items/0/attachments/0/comparison");
    assertThat(comparison.at("/before/counted").asLong()).isEqualTo(132);
    assertThat(comparison.at("/before/days").asLong()).isEqualTo(365 + 365 + 366);
    assertThat(comparison.at("/after/counted").asLong()).isEqualTo(20);
    double ratio = (20 / 365.0) / (132 / 1096.0);
    assertThat(comparison.at("/rate_ratio/ratio").asDouble()).isCloseTo(ratio, within(1e-9));
    assertThat(comparison.at("/rate_ratio/method").asString()).isEqualTo("exact_conditional");
    assertThat(comparison.at("/rate_ratio/low").asDouble()).isLessThan(ratio);
    assertThat(comparison.at("/rate_ratio/high").asDouble()).isGreaterThan(ratio);
    assertThat(comparison.at("/trend_before/factor").asDouble()).isBetween(1.05, 1.15);
    assertThat(list.at("/items/1/attachments/0/comparison/rate_ratio/ratio").asDouble())
        .isGreaterThan(1);
  }

  @Test
  void a_correction_takes_a_counts_place_and_both_stay_readable_with_the_reason() {
    open(id, "clear", "alba");
    long before = count(id, "2014", 40, 44);
    HttpAnswer silent = post(monitor, id + "/counts", counts("2014", 41));
    HttpAnswer corrected =
        ok(
            post(
                monitor,
                id + "/counts",
                counts("2014", 41).replace("}]}", "}], \"reason\": \"One was found later.\"}")));

    assertThat(silent.code()).isEqualTo("reason_missing");
    assertThat(silent.json().at("/errors/0/pointer").asString()).isEqualTo("/reason");
    JsonNode now = read("/series/" + id).json();
    assertThat(now.get("position")).isEqualTo(corrected.json().get("position"));
    assertThat(now.at("/counts/0/count").asLong()).isEqualTo(41);
    assertThat(now.at("/counts/0/until").asString()).isEqualTo("2014-12-31");
    assertThat(now.at("/counts/0/superseded/0/count").asLong()).isEqualTo(40);
    assertThat(now.at("/counts/0/superseded/0/position").asLong()).isEqualTo(before);
    assertThat(now.at("/counts/0/superseded/0/reason/text").asString())
        .isEqualTo("One was found later.");
    assertThat(now.at("/counts/1/superseded")).isEmpty();

    JsonNode then = read("/series/" + id + "?as_of=" + before).json();
    assertThat(then.at("/counts/0/count").asLong()).isEqualTo(40);
    assertThat(then.at("/counts/0/superseded")).isEmpty();
  }

  @Test
  void what_is_marked_is_there_for_its_keeper_and_those_in_office_alone() {
    open(id, "amber", "alba");
    // payloads are given from the moment their log is published
    HttpAnswer counted =
        ok(
            monitor.post(
                "/series/" + id + "/counts",
                counts("2014", 4),
                Map.of("Prefer", "wait=published")));
    long position = counted.json().get("position").asLong();
    attach(id);

    for (Client outsider :
        new Client[] {
          scenario.nobody(), scenario.as(Role.MONITOR, "corsia"), scenario.as(Role.PARTY, "alba")
        }) {
      assertThat(outsider.getAtHead("/series/" + id).status()).isEqualTo(404);
      HttpAnswer list = outsider.getAtHead("/series?accord=" + scenario.accord());
      assertThat(list.json().get("items")).isEmpty();
      assertThat(list.response().body()).doesNotContain(id);
      assertThat(payload(outsider, position).get("withheld").asBoolean()).isTrue();
    }
    assertThat(
            post(scenario.as(Role.MONITOR, "corsia"), id + "/counts", counts("2015", 4)).status())
        .isEqualTo(404);
    for (Client insider : new Client[] {monitor, scenario.as(Role.AUDITOR, null)}) {
      assertThat(ok(insider.getAtHead("/series/" + id)).json().at("/counts/0/count").asLong())
          .isEqualTo(4);
      assertThat(insider.getAtHead("/series?accord=" + scenario.accord()).json().get("items"))
          .hasSize(1);
      assertThat(payload(insider, position).get("payload").asString()).contains("\"count\":4");
    }
  }

  @Test
  void a_series_under_no_accord_takes_a_token_for_every_accord() {
    String body = body(id, "clear", "alba").replaceFirst("\"accord\": \"[^\"]*\",", "");
    Client everywhere = scenario.with(ledger.token("watch-all", Role.MONITOR, null, "watch"));

    assertThat(monitor.post("/series", body).status()).isEqualTo(403);
    created(everywhere.post("/series", body));
    assertThat(post(monitor, id + "/counts", counts("2014", 4)).status()).isEqualTo(403);
    ok(post(everywhere, id + "/counts", counts("2014", 4)));
    ok(post(monitor, id + "/attachments", attachment()));
    assertThat(read("/series?accord=" + scenario.accord()).json().get("items")).hasSize(1);
  }

  @Test
  void the_same_id_again_is_a_conflict_that_names_where_it_is() {
    open(id, "clear", "alba");

    HttpAnswer again = monitor.post("/series", body(id, "clear", "alba"));

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.header("Location")).isEqualTo("/series/" + id);
    assertThat(again.json().at("/errors/0/pointer").asString()).isEqualTo("/series");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"counts\": []}', no_counts, /counts",
    "'{\"counts\": [{\"from\": \"2014-02-01\", \"count\": 1}]}', period_not_aligned, /counts",
    "'{\"counts\": [{\"from\": \"2999-01-01\", \"count\": 1}]}', period_not_over, /counts",
    "'{\"counts\": [{\"from\": \"2014-01-01\", \"count\": -1}]}', invalid_request, /counts/0/count",
    "'{\"counts\": [{\"from\": \"2014-01-01\", \"count\": 1.5}]}', invalid_request,"
        + " /counts/0/count",
    "'{\"counts\": [{\"from\": \"2014-01-01\", \"count\": 1}], \"x\": 1}', invalid_request, /x"
  })
  void bad_counts_are_refused_by_their_place(String body, String code, String pointer) {
    open(id, "clear", "alba");

    HttpAnswer answer = post(monitor, id + "/counts", body);

    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    assertThat(read("/series/" + id).json().get("counts")).isEmpty();
  }

  @Test
  void another_body_records_nothing_of_it_and_an_unknown_clause_takes_none() {
    open(id, "clear", "alba");

    assertThat(post(scenario.as(Role.MONITOR, "corsia"), id + "/counts", counts("2014", 4)).code())
        .isEqualTo("acts_for_another");
    assertThat(
            post(monitor, id + "/attachments", attachment().replace("no-fakes", "no-clause"))
                .code())
        .isEqualTo("unknown_clause");
    assertThat(ledger.get("/series/series-nobody-opened", Map.of()).status()).isEqualTo(404);
    assertThat(ledger.get("/series/no-form-of-an-id", Map.of()).status()).isEqualTo(404);
  }

  private void open(String series, String marking, String concerns) {
    created(monitor.post("/series", body(series, marking, concerns)));
  }

  private String body(String series, String marking, String concerns) {
    return """
    {"series": "%s", "keeper": "watch", "accord": "%s", "title": "Forged documents", "indicator": "forged documents found",
     "unit": "documents", "source": "https://example.org/forged", "method": "by the day they were found",
     "concerns": "%s", "periods": "year", "marking": "%s"}
    """
        .formatted(series, scenario.accord(), concerns, marking);
  }

  private long count(String series, String from, int... counts) {
    return ok(post(monitor, series + "/counts", counts(from, counts)))
        .json()
        .get("position")
        .asLong();
  }

  private static String counts(String from, int... counts) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < counts.length; i++) {
      all.append(i == 0 ? "" : ", ")
          .append(
              "{\"from\": \"%d-01-01\", \"count\": %d}"
                  .formatted(Integer.parseInt(from) + i, counts[i]));
    }
    return "{\"counts\": [" + all + "]}";
  }

  private void attach(String series) {
    ok(post(monitor, series + "/attachments", attachment()));
  }

  private String attachment() {
    return "{\"accord\": \"%s\", \"clause\": \"no-fakes\", \"divides\": \"2017-01-01\"}"
        .formatted(scenario.accord());
  }

  private static HttpAnswer post(Client client, String path, String body) {
    return client.post("/series/" + path, body);
  }

  private HttpAnswer read(String path) {
    return ok(scenario.nobody().getAtHead(path));
  }

  private static JsonNode payload(Client reader, long position) {
    HttpAnswer answer = ok(reader.get("/payloads?limit=1&from=" + position));
    return tools.jackson.databind.json.JsonMapper.shared().readTree(answer.response().body());
  }
}
