package org.accordledger.api.tracing;

import static org.accordledger.api.Scenario.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accordledger.api.DatabasePool;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.LedgerSettings;
import org.accordledger.api.LogFormat;
import org.accordledger.api.RunningLedger;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestBroker;
import org.accordledger.api.TestDatabase;
import org.accordledger.api.TestLedger;
import org.accordledger.api.embedded.DatabaseAccess;
import org.accordledger.api.node.NodeSettings;
import org.accordledger.api.node.RunningNode;
import org.accordledger.core.Role;
import org.accordledger.projections.ViewsSchema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger, a broker, a node of projections and a collector, each of them real. */
class TracesTest {
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final String NAME = "quirina-zebulon";
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String CALLER = "b7ad6b7169203331";
  private static final Set<String> PROJECTIONS =
      Set.of("scorecard", "docket", "election", "series", "timeline");
  @RegisterExtension static final TestBroker KAFKA = new TestBroker();

  private final Collector collector = new Collector();

  @AfterEach
  void close() {
    collector.close();
  }

  private TraceSettings all() {
    return new TraceSettings(collector.endpoint(), 1);
  }

  private static Map<String, String> called(String traceparent) {
    return Map.of(
        "traceparent",
        traceparent,
        "tracestate",
        "vendor=" + NAME,
        "baggage",
        "name=" + NAME,
        "User-Agent",
        NAME);
  }

  private static HttpAnswer submit(Scenario scenario, String source, String traceparent) {
    String allegation =
        scenario
            .allegation(source)
            .replace("A letter was forged.", NAME + " forged a letter.")
            .replace("A forged letter", "A letter of " + NAME)
            .replace("Dear all", NAME + " writes");
    return created(scenario.as(Role.PARTY, "alba").post("/cases", allegation, called(traceparent)));
  }

  private static DatabaseAccess access(LedgerSettings settings) {
    return new DatabaseAccess(
        settings.databaseUrl(), settings.databaseUser(), settings.databasePassword());
  }

  /** What stands beside the events in a table, by position. */
  private static List<@Nullable String> traces(DatabaseAccess database, String table) {
    try (HikariDataSource pool = DatabasePool.of(database, "test", ViewsSchema.current())) {
      List<@Nullable String> found = new ArrayList<>();
      JdbcClient.create(pool)
          .sql("select traceparent from " + table + " order by position")
          .query(
              row -> {
                found.add(row.getString("traceparent"));
              });
      return found;
    }
  }

  private List<String> names(String service) {
    return collector.spans(TRACE).stream()
        .filter(span -> span.service().equals(service))
        .map(Collector.Received::name)
        .toList();
  }

  private Set<String> appliedBy(String service, long position) {
    return collector.spans(TRACE).stream()
        .filter(span -> span.service().equals(service))
        .filter(span -> span.name().equals("Projection.apply"))
        .map(Collector.Received::attributes)
        .filter(said -> Long.toString(position).equals(said.get("ledger.position")))
        .map(said -> Objects.requireNonNull(said.get("ledger.projection")))
        .collect(Collectors.toSet());
  }

  @Test
  void a_request_is_one_trace_from_its_caller_to_the_projections_of_every_node() {
    LedgerSettings settings = KAFKA.fed(TestDatabase.newDatabase(), "traced").withTracing(all());
    DatabaseAccess views = access(TestDatabase.newDatabase());
    TestLedger ledger = new TestLedger(settings);
    try (RunningLedger running = ledger.running();
        RunningNode node = node(views, settings)) {
      Scenario scenario = new Scenario(ledger).inForce();
      HttpAnswer answer = submit(scenario, NAME, "00-%s-%s-01".formatted(TRACE, CALLER));
      long position = answer.json().get("position").asLong();

      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                assertThat(names("accord-ledger"))
                    .contains(
                        "POST /cases",
                        "CommandBus.dispatchCommand(SubmitAllegation)",
                        "CommandBus.handleCommand(SubmitAllegation)",
                        "EventBus.publishEvent(AllegationSubmitted)",
                        "EventBus.commitEvents",
                        "Feed.send");
                assertThat(appliedBy("accord-ledger", position)).isEqualTo(PROJECTIONS);
                assertThat(appliedBy("accord-ledger-projections", position)).isEqualTo(PROJECTIONS);
              });
      hangTogether(collector.spans(TRACE));
      assertThat(traces(access(settings), "ledger.event").get((int) position))
          .startsWith("00-" + TRACE)
          .endsWith("-01")
          .isEqualTo(traces(views, "inbox.event").get((int) position))
          .isEqualTo(header("traced", position));
      assertThat(header("traced-open", position)).isNull();
      assertThat(node.address()).isNotEqualTo(running.address());
      assertThat(collector.everything())
          .doesNotContainIgnoringCase(NAME)
          .doesNotContain(answer.json().get("stream").asString(), scenario.accord(), "party-alba");
    }
  }

  private static RunningNode node(DatabaseAccess views, LedgerSettings settings) {
    return RunningNode.start(
        new NodeSettings(
            views,
            ViewsSchema.current(),
            Objects.requireNonNull(settings.kafka()).whole(),
            InetAddress.getLoopbackAddress(),
            0,
            LogFormat.TEXT,
            settings.tracing()));
  }

  /** Every span but that of the request belongs to another one, and that one to its caller's. */
  private static void hangTogether(List<Collector.Received> spans) {
    Set<String> ids =
        Stream.concat(spans.stream().map(Collector.Received::id), Stream.of(CALLER))
            .collect(Collectors.toSet());
    assertThat(spans).allSatisfy(span -> assertThat(ids).contains(span.parent()));
    assertThat(spans)
        .filteredOn(span -> span.parent().equals(CALLER))
        .extracting(Collector.Received::name)
        .containsExactly("POST /cases");
  }

  private static Optional<ConsumerRecord<String, byte[]>> sent(String topic, long position) {
    return KAFKA.records(topic).stream()
        .filter(one -> TestBroker.header(one, "ce_sequence").equals(Long.toString(position)))
        .findFirst();
  }

  /** What a record says of its trace, once it is sent. */
  private static @Nullable String header(String topic, long position) {
    ConsumerRecord<String, byte[]> record =
        await().atMost(SOON).until(() -> sent(topic, position), Optional::isPresent).orElseThrow();
    return record.headers().lastHeader("ce_traceparent") == null
        ? null
        : TestBroker.header(record, "ce_traceparent");
  }

  @Test
  void of_a_request_whose_caller_does_not_want_it_recorded_nothing_is_sent_or_stored() {
    LedgerSettings settings = TestDatabase.newDatabase().withTracing(all());
    TestLedger ledger = new TestLedger(settings);
    try (RunningLedger running = ledger.running()) {
      Scenario scenario = new Scenario(ledger).inForce();
      HttpAnswer unwanted = submit(scenario, "first", "00-%s-%s-00".formatted(TRACE, CALLER));
      String wanted = "1af7651916cd43dd8448eb211c80319c";
      HttpAnswer next = submit(scenario, "second", "00-%s-%s-01".formatted(wanted, CALLER));

      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(collector.spans(wanted))
                      .filteredOn(span -> span.name().equals("Projection.apply"))
                      .hasSizeGreaterThanOrEqualTo(PROJECTIONS.size()));
      assertThat(collector.spans(TRACE)).isEmpty();
      List<@Nullable String> stored = traces(access(settings), "ledger.event");
      assertThat(stored.get((int) unwanted.json().get("position").asLong())).isNull();
      assertThat(stored.get((int) next.json().get("position").asLong())).contains(wanted);
      assertThat(running.address()).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        NAME,
        "00-" + TRACE + "-" + CALLER,
        "00-00000000000000000000000000000000-" + CALLER + "-01",
        "00-" + TRACE + "-0000000000000000-01",
        "ff-" + TRACE + "-" + CALLER + "-01",
        "00-" + TRACE + "-" + CALLER + "-01-" + NAME
      })
  void what_is_no_traceparent_is_ignored_and_the_answer_names_the_trace_of_its_own(
      String malformed) {
    TestLedger ledger = new TestLedger(TestDatabase.newDatabase().withTracing(all()));
    try (RunningLedger running = ledger.running()) {
      HttpAnswer answer = ledger.get("/cases/case-" + NAME, called(malformed));
      String trace = answer.json().get("trace_id").asString();

      await().atMost(SOON).until(() -> !collector.spans().isEmpty());
      assertThat(collector.spans(trace)).hasSize(1);
      assertThat(trace).isNotEqualTo(TRACE).matches("[0-9a-f]{32}").doesNotMatch("0{32}");
      assertThat(collector.spans(trace).getFirst().parent()).isEmpty();
      assertThat(collector.everything()).doesNotContainIgnoringCase(NAME);
      assertThat(running.address()).isNotNull();
    }
  }

  @Test
  void the_problem_of_a_request_names_its_caller_s_trace_and_scrapes_have_none() {
    TestLedger ledger = new TestLedger(TestDatabase.newDatabase().withTracing(all()));
    try (RunningLedger running = ledger.running()) {
      String asked = "00-%s-%s-01".formatted(TRACE, CALLER);
      ledger.get("/health", called(asked.replace(TRACE, "2af7651916cd43dd8448eb211c80319c")));
      HttpAnswer answer = ledger.get("/metrics", called(asked));
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.json().get("trace_id").asString()).isEqualTo(TRACE);
      HttpAnswer refused = ledger.get("/cases/case-none", called(asked));
      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.json().get("trace_id").asString()).isEqualTo(TRACE);

      await().atMost(SOON).until(() -> !collector.spans().isEmpty());
      assertThat(collector.spans())
          .extracting(Collector.Received::name)
          .containsExactly("GET /cases/{case}");
      assertThat(collector.spans().getFirst().attributes())
          .containsOnlyKeys("method", "uri", "status", "outcome", "exception")
          .containsEntry("status", "404");
      assertThat(running.address()).isNotNull();
    }
  }

  @Test
  void what_a_caller_makes_up_is_in_no_span() {
    TestLedger ledger = new TestLedger(TestDatabase.newDatabase().withTracing(all()));
    try (RunningLedger running = ledger.running()) {
      URI strange = running.address().resolve("/" + NAME + "?" + NAME + "=" + NAME);
      ledger.send(
          HttpRequest.newBuilder(strange)
              .method(NAME, HttpRequest.BodyPublishers.ofString(NAME))
              .header("traceparent", "00-%s-%s-01".formatted(TRACE, CALLER))
              .header("tracestate", "vendor=" + NAME)
              .build());

      await().atMost(SOON).until(() -> !collector.spans(TRACE).isEmpty());
      assertThat(collector.spans(TRACE))
          .extracting(Collector.Received::name)
          .containsExactly("UNKNOWN NOT_FOUND");
      assertThat(collector.everything()).doesNotContainIgnoringCase(NAME);
    }
  }

  @Test
  void without_an_endpoint_nothing_is_stored_whatever_a_caller_wants() {
    LedgerSettings settings = KAFKA.fed(TestDatabase.newDatabase(), "untraced");
    TestLedger ledger = new TestLedger(settings);
    try (RunningLedger running = ledger.running()) {
      Scenario scenario = new Scenario(ledger).inForce();
      HttpAnswer answer = submit(scenario, "first", "00-%s-%s-01".formatted(TRACE, CALLER));
      long position = answer.json().get("position").asLong();

      assertThat(traces(access(settings), "ledger.event")).containsOnlyNulls();
      assertThat(header("untraced", position)).isNull();
      assertThat(collector.spans()).isEmpty();
      assertThat(running.address()).isNotNull();
    }
  }

  @Test
  void a_collector_that_is_away_holds_up_nobody() {
    TraceSettings nobody = new TraceSettings(URI.create("http://127.0.0.1:1"), 1);
    LedgerSettings settings = TestDatabase.newDatabase().withTracing(nobody);
    TestLedger ledger = new TestLedger(settings);
    try (RunningLedger running = ledger.running()) {
      submit(new Scenario(ledger).inForce(), "first", "00-%s-%s-01".formatted(TRACE, CALLER));
      assertThat(running.address()).isNotNull();
    }
    assertThat(traces(access(settings), "ledger.event")).doesNotContainNull();
  }
}
