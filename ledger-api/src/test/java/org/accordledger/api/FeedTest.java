package org.accordledger.api;

import static org.accordledger.api.Scenario.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import kafka.server.BrokerServer;
import org.accordledger.api.feed.LedgerFeed;
import org.accordledger.core.Role;
import org.accordledger.log.Leaf;
import org.accordledger.log.LogHash;
import org.accordledger.projections.feed.FeedStatus;
import org.accordledger.store.LedgerStore;
import org.accordledger.store.StoredEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole ledger that feeds a broker in this process. */
class FeedTest {
  private static final Duration SOON = Duration.ofSeconds(90);
  @RegisterExtension static final TestBroker KAFKA = new TestBroker();

  private static String marked(Scenario scenario) {
    return scenario.allegation(null).replace("\"marking\": \"clear\", ", "\"marking\": \"red\", ");
  }

  @Test
  void the_whole_topic_holds_every_event_with_what_its_leaf_says() {
    TestLedger ledger = new TestLedger(KAFKA.fed(TestDatabase.newDatabase(), "whole"));
    try (RunningLedger running = ledger.running()) {
      Scenario scenario = new Scenario(ledger).inForce();
      Client party = scenario.as(Role.PARTY, "alba");
      created(party.post("/cases", scenario.allegation(null)));
      created(party.post("/cases", marked(scenario)));
      caughtUp(ledger);

      List<StoredEntry> stored = entries(running);
      Map<Long, ConsumerRecord<String, byte[]>> records = bySequence("whole");
      assertThat(records).hasSize(stored.size());
      for (StoredEntry entry : stored) {
        ConsumerRecord<String, byte[]> record =
            Objects.requireNonNull(records.get(entry.position()));
        assertThat(leaf(record).bytes()).isEqualTo(entry.leaf());
        assertThat(record.key()).isEqualTo(leaf(record).streamId());
        assertThat(record.value()).isEqualTo(entry.payload());
        assertThat(LogHash.commitment(salt(record), record.value()))
            .isEqualTo(leaf(record).commitment());
      }
    }
  }

  @Test
  void the_open_topic_withholds_what_is_withheld_from_whoever_has_no_token() {
    TestLedger ledger = new TestLedger(KAFKA.fed(TestDatabase.newDatabase(), "shown"));
    try (RunningLedger running = ledger.running()) {
      Scenario scenario = new Scenario(ledger).inForce();
      Client party = scenario.as(Role.PARTY, "alba");
      created(party.post("/cases", scenario.allegation(null)));
      long hidden = position(created(party.post("/cases", marked(scenario))));
      created(
          party.post("/cases", scenario.allegation("last"), Map.of("Prefer", "wait=published")));
      caughtUp(ledger);

      Map<Long, ConsumerRecord<String, byte[]>> records = bySequence("shown-open");
      assertThat(records.keySet()).hasSize(entries(running).size());
      TreeSet<Long> withheld = new TreeSet<>();
      for (JsonNode line : payloadsForAnybody(scenario)) {
        long position = line.get("position").asLong();
        ConsumerRecord<String, byte[]> record = Objects.requireNonNull(records.get(position));
        assertThat(leaf(record).bytes()).isEqualTo(entries(running).get((int) position).leaf());
        if (line.path("withheld").asBoolean(false)) {
          withheld.add(position);
          assertThat(record.value()).isNull();
          assertThat(record.headers().lastHeader("ce_salt")).isNull();
          assertThat(TestBroker.header(record, "ce_withheld")).isEqualTo("true");
        } else {
          assertThat(new String(record.value(), StandardCharsets.UTF_8))
              .isEqualTo(line.get("payload").asString());
        }
      }
      assertThat(withheld).contains(hidden).hasSizeLessThan(records.size());
    }
  }

  @Test
  void commands_go_on_while_kafka_is_away_and_nothing_is_lost() {
    LedgerSettings settings = KAFKA.fed(TestDatabase.newDatabase(), "outage");
    TestLedger ledger = new TestLedger(settings);
    try (RunningLedger running = ledger.running()) {
      Scenario scenario = new Scenario(ledger).inForce();
      Client party = scenario.as(Role.PARTY, "alba");
      caughtUp(ledger);
      BrokerServer broker = KAFKA.broker();
      broker.shutdown();
      broker.awaitShutdown();
      try {
        for (int i = 0; i < 20; i++) {
          created(party.post("/cases", scenario.allegation("away-" + i)));
        }
        await()
            .atMost(SOON)
            .untilAsserted(
                () -> {
                  JsonNode health = health(ledger, scenario);
                  assertThat(health.get("status").asString()).isEqualTo("DOWN");
                  assertThat(health.at("/details/outage").asString())
                      .contains("behind", "fed by this node; stands still: ");
                });
        assertThat(ledger.get("/health/readiness", Map.of()).status()).isEqualTo(200);
      } finally {
        broker.startup();
      }
      caughtUp(ledger);

      String scrape =
          scenario
              .with(ledger.token("scraper", Role.OPERATOR, null, null))
              .get("/metrics")
              .response()
              .body();
      assertThat(scrape)
          .contains("ledger_feed_position{topic=\"outage\"} " + ledger.head() + ".0")
          .contains("ledger_feed_lag_positions{topic=\"outage\"} 0.0")
          .contains("ledger_feed_standing_still{topic=\"outage\"} 0.0");
      assertThat(bySequence("outage").keySet()).hasSize(entries(running).size());
      assertThat(health(ledger, scenario).get("status").asString()).isEqualTo("UP");
    }
  }

  private static JsonNode health(TestLedger ledger, Scenario scenario) {
    String operator = ledger.token("operator", Role.OPERATOR, null, null);
    HttpAnswer answer = scenario.with(operator).get("/health");
    return answer.json().at("/components/feed");
  }

  /** Every topic has been fed to the end. */
  private static void caughtUp(TestLedger ledger) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              for (LedgerFeed feed : ledger.beans(LedgerFeed.class)) {
                assertThat(feed.status())
                    .extracting(FeedStatus::position)
                    .containsOnly(ledger.head());
              }
            });
  }

  private static long position(HttpAnswer answer) {
    return answer.json().get("position").asLong();
  }

  private static List<JsonNode> payloadsForAnybody(Scenario scenario) {
    return scenario
        .nobody()
        .get("/payloads?limit=1000")
        .response()
        .body()
        .lines()
        .map(JsonMapper.shared()::readTree)
        .toList();
  }

  private static List<StoredEntry> entries(RunningLedger running) {
    return running.context().getBean(LedgerStore.class).events().readEntries(0, 1000, 1 << 20);
  }

  private static Leaf leaf(ConsumerRecord<String, byte[]> record) {
    return new Leaf(
        TestBroker.header(record, "ce_source"),
        UUID.fromString(TestBroker.header(record, "ce_id")),
        TestBroker.header(record, "ce_type").substring(Leaf.TYPE_PREFIX.length()),
        TestBroker.header(record, "ce_subject"),
        Long.parseLong(TestBroker.header(record, "ce_streamversion")),
        Instant.parse(TestBroker.header(record, "ce_time")),
        TestBroker.header(record, "ce_commitment"));
  }

  private static byte[] salt(ConsumerRecord<String, byte[]> record) {
    return Base64.getUrlDecoder().decode(TestBroker.header(record, "ce_salt"));
  }

  private static Map<Long, ConsumerRecord<String, byte[]>> bySequence(String topic) {
    Map<Long, ConsumerRecord<String, byte[]>> records = new TreeMap<>();
    for (ConsumerRecord<String, byte[]> record : KAFKA.records(topic)) {
      records.put(Long.parseLong(TestBroker.header(record, "ce_sequence")), record);
    }
    return records;
  }
}
