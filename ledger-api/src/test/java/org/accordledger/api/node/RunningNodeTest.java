package org.accordledger.api.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.accordledger.api.DatabasePool;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.KafkaTopics;
import org.accordledger.api.LedgerSettings;
import org.accordledger.api.LogFormat;
import org.accordledger.api.RunningLedger;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestDatabase;
import org.accordledger.api.TestLedger;
import org.accordledger.api.embedded.DatabaseAccess;
import org.accordledger.core.Role;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.ViewsSchema;
import org.accordledger.projections.feed.FeedSettings;
import org.accordledger.projections.scorecard.ScorecardQuery;
import org.accordledger.projections.scorecard.ScorecardRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A ledger, a broker and a node of projections, each of them real. */
class RunningNodeTest {
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final EmbeddedKafkaKraftBroker KAFKA = new EmbeddedKafkaKraftBroker(1, 1);

  @BeforeAll
  static void startKafka() {
    KAFKA.afterPropertiesSet();
  }

  @AfterAll
  static void stopKafka() {
    KAFKA.destroy();
  }

  private static FeedSettings topic(String brokers) {
    return FeedSettings.of(List.of(brokers.split(",", -1)))
        .withTopic("events")
        .withForm(3, 1, null);
  }

  private static LedgerSettings fed(LedgerSettings settings, FeedSettings topic) {
    return settings.withKafka(new KafkaTopics(topic, null));
  }

  private static DatabaseAccess newDatabase() {
    LedgerSettings empty = TestDatabase.newDatabase();
    return new DatabaseAccess(empty.databaseUrl(), empty.databaseUser(), empty.databasePassword());
  }

  private static RunningNode node(DatabaseAccess database, FeedSettings topic) {
    return RunningNode.start(
        new NodeSettings(
            database,
            ViewsSchema.current(),
            topic,
            InetAddress.getLoopbackAddress(),
            0,
            LogFormat.TEXT,
            null));
  }

  private static HttpResponse<String> get(RunningNode node, String path)
      throws IOException, InterruptedException {
    URI address = URI.create(node.address() + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void a_node_shows_the_scorecard_of_the_ledger_and_says_where_it_stands() throws Exception {
    FeedSettings topic = topic(KAFKA.getBrokersAsString());
    DatabaseAccess database = newDatabase();
    LedgerSettings settings = fed(TestDatabase.newDatabase(), topic);
    TestLedger ledger = new TestLedger(settings);
    try (RunningLedger running = ledger.running();
        RunningNode node = node(database, topic)) {
      Scenario scenario = new Scenario(ledger).inForce();
      Scenario.created(scenario.submit("first"));
      Scenario.created(scenario.submit("second"));
      long head = ledger.head();
      assertThat(node.node().projections().awaitPosition("scorecard", head, SOON)).isTrue();
      assertThat(running.awaitReady(SOON)).isTrue();

      assertThat(scorecard(database, head))
          .isEqualTo(
              scorecard(
                  new DatabaseAccess(
                      settings.databaseUrl(), settings.databaseUser(), settings.databasePassword()),
                  head));
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                assertThat(get(node, "/health").statusCode()).isEqualTo(200);
                assertThat(get(node, "/metrics").body())
                    .contains("ledger_intake_watermark " + head + ".0")
                    .contains("ledger_intake_lag_records 0.0")
                    .contains("ledger_projection_position{projection=\"docket\"} " + head + ".0")
                    .contains("ledger_projection_lag_seconds{projection=\"docket\"} 0.0")
                    .contains("axon_event_processor_seconds_count", "jvm_memory_used_bytes");
              });
    }
  }

  private static Object scorecard(DatabaseAccess database, long position) {
    try (HikariDataSource pool = DatabasePool.of(database, "test", ViewsSchema.current())) {
      return new ScorecardQuery(pool)
          .read(ScorecardRequest.everything(AsOf.position(position)))
          .scorecard();
    }
  }

  @Test
  void a_ledger_reads_the_views_of_nodes_and_keeps_none_itself() throws Exception {
    FeedSettings topic = topic(KAFKA.getBrokersAsString()).withTopic("read-elsewhere");
    DatabaseAccess views = newDatabase();
    LedgerSettings own = fed(TestDatabase.newDatabase(), topic);
    TestLedger ledger = new TestLedger(own.withReads(views));
    try (RunningLedger running = ledger.running()) {
      assertThat(running.awaitReady(SOON)).isTrue();
      assertThat(ledger.get("/health/readiness", Map.of()).status()).isEqualTo(503);
      Map<String, String> asJson = Map.of("Accept", "application/json");
      Scenario scenario = new Scenario(ledger);
      String address;
      try (RunningNode node = node(views, topic)) {
        await().atMost(SOON).until(() -> get(node, "/health/readiness").statusCode() == 200);
        address = Scenario.created(scenario.inForce().submit("first")).header("Location");
        assertThat(node.node().projections().awaitPosition("docket", ledger.head(), SOON)).isTrue();

        HttpAnswer read = ledger.get(address + "?min_position=" + ledger.head(), asJson);
        assertThat(read.status()).as(read.response().body()).isEqualTo(200);
        assertThat(read.json().get("stage").asString()).isEqualTo("submitted");
        assertThat(schemasOfViews(own)).isZero();
        assertThat(ledger.get("/health/readiness", Map.of()).status()).isEqualTo(200);
      }
      Scenario.created(scenario.submit("second"));
      HttpAnswer late = ledger.getOnce("/cases?min_position=" + ledger.head(), asJson);
      assertThat(late.code()).isEqualTo("view_behind");
      assertThat(ledger.get(address, asJson).status()).isEqualTo(200);
    }
  }

  /** How many there are in the ledger's own database. */
  private static long schemasOfViews(LedgerSettings settings) {
    DatabaseAccess access =
        new DatabaseAccess(
            settings.databaseUrl(), settings.databaseUser(), settings.databasePassword());
    try (HikariDataSource pool = DatabasePool.of(access, "test", ViewsSchema.current())) {
      return JdbcClient.create(pool)
          .sql("select count(*) from pg_namespace where nspname like 'views%'")
          .query(Long.class)
          .single();
    }
  }

  @Test
  void a_ledger_that_is_sent_to_the_views_of_another_log_is_not_ready() throws Exception {
    FeedSettings topic = topic(KAFKA.getBrokersAsString()).withTopic("of-one");
    DatabaseAccess views = newDatabase();
    TestLedger one = new TestLedger(fed(TestDatabase.newDatabase(), topic));
    try (RunningLedger first = one.running();
        RunningNode node = node(views, topic)) {
      new Scenario(one).inForce();
      assertThat(first.awaitReady(SOON)).isTrue();
      assertThat(node.node().projections().awaitPosition("docket", one.head(), SOON)).isTrue();
      TestLedger other =
          new TestLedger(TestDatabase.newDatabase("other.example/log").withReads(views));
      try (RunningLedger second = other.running()) {
        assertThat(second.awaitReady(SOON)).isTrue();
        HttpAnswer health =
            other.get(
                "/health",
                Map.of("Authorization", "Bearer " + other.token("ops", Role.OPERATOR, null, null)));
        assertThat(health.status()).isEqualTo(503);
        assertThat(health.response().body())
            .contains("are of the log of localhost/ledger, not of other.example/log");
      }
    }
  }

  @Test
  void a_node_without_kafka_is_ready_and_says_what_is_missing() {
    try (RunningNode node = node(newDatabase(), topic("127.0.0.1:1"))) {
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                assertThat(get(node, "/health").statusCode()).isEqualTo(503);
                assertThat(get(node, "/health").body()).contains("stands still: ", "Kafka");
                assertThat(get(node, "/health/readiness").statusCode()).isEqualTo(200);
                assertThat(get(node, "/metrics").body())
                    .contains("ledger_intake_standing_still 1.0");
              });
    }
  }

  @Test
  void a_node_without_its_database_is_alive_and_not_ready() throws Exception {
    DatabaseAccess nowhere = new DatabaseAccess("jdbc:postgresql://127.0.0.1:1/x", "x", "x");
    try (RunningNode node = node(nowhere, topic("127.0.0.1:1"))) {
      assertThat(get(node, "/health/readiness").statusCode()).isEqualTo(503);
      assertThat(get(node, "/health/liveness").statusCode()).isEqualTo(200);
      assertThat(get(node, "/elsewhere").statusCode()).isEqualTo(404);
    }
  }
}
