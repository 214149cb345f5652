package org.accordledger.api;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.accordledger.api.deadlines.DeadlineDispatcher;
import org.accordledger.api.feed.LedgerFeed;
import org.accordledger.api.log.ServedLog;
import org.accordledger.core.Role;
import org.accordledger.projections.feed.FeedStatus;
import org.accordledger.store.LedgerStore;
import org.accordledger.store.StoredEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Three whole nodes on one database. The first, which has the feed and the projections by then, is
 * cut off from the database in the middle of the load: neither it nor the database is told.
 */
class ThreeNodesTest {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String TOPIC = "three";
  private static final int SILENT_CASES = 4;

  @RegisterExtension static final TestBroker KAFKA = new TestBroker();

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final DatabaseLine line = new DatabaseLine(TestDatabase.port());
  private final LedgerSettings database = TestDatabase.newDatabase();
  private final TestLedger first = feeding(node(TestDatabase.through(line.port(), database)));
  private final TestLedger second = node(TestDatabase.beside(database));
  private final TestLedger third = node(TestDatabase.beside(database));
  private final List<TestLedger> others = List.of(second, third);
  private final List<TestLedger> all = List.of(first, second, third);

  private TestLedger node(LedgerSettings settings) {
    return new TestLedger(KAFKA.fed(settings, TOPIC), now::get);
  }

  @AfterEach
  void stop() {
    line.comeBack();
    all.forEach(node -> node.running().close());
    line.close();
  }

  @Test
  void a_node_is_lost_without_a_word_and_nothing_is_done_twice_or_left_out() throws Exception {
    Scenario scenario = new Scenario(second).inForce();
    List<String> silent = silentCases(scenario);
    String token = second.token("filer", Role.PARTY, scenario.accord(), "alba");
    long before = second.head();

    KeyedLoad load = new KeyedLoad(all, token, scenario.allegation(null)).begin(9, 40);
    await().atMost(SOON).until(() -> load.done() >= 30);
    line.fallSilent();
    Map<String, Long> positions = load.positions();

    // whatever the first was doing is in once or not at all, and every key at the place it was told
    assertThat(positions.values())
        .containsExactlyInAnyOrderElementsOf(positionsAfter(before, positions.size()));
    for (TestLedger node : others) {
      assertThat(load.askedAgain(node)).isEqualTo(positions);
    }
    others.forEach(ThreeNodesTest::follows);
    caughtUpWithoutTheFirst();
    deadlinesPassOnce(silent);

    line.comeBack();
    follows(first);
    deadlinesPassOnce(List.of());
    created(new Client(first, token, new HashMap<>()).post("/cases", scenario.allegation(null)));
    all.forEach(ThreeNodesTest::follows);
    oneLogIsServed();
    theTopicHoldsEverythingInOrder();
  }

  /** Cases whose respondent was told and will not answer. */
  private List<String> silentCases(Scenario scenario) {
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < SILENT_CASES; i++) {
      String address = created(scenario.submit("silent-" + i)).header("Location");
      ok(scenario.as(Role.REGISTRAR, null).post(address + "/admission", "{}"));
      addresses.add(address);
    }
    return addresses;
  }

  private static List<Long> positionsAfter(long before, int count) {
    return LongStream.rangeClosed(before + 1, before + count).boxed().toList();
  }

  /** The one that is to be lost has to have what only one node has: no other is there yet. */
  private static TestLedger feeding(TestLedger alone) {
    await().atMost(SOON).until(() -> topicsFedBy(alone) == 2);
    return alone;
  }

  /** How many topics a node feeds, as far as it knows. */
  private static long topicsFedBy(TestLedger node) {
    return feeds(node).stream().filter(FeedStatus::feeding).count();
  }

  private static List<FeedStatus> feeds(TestLedger node) {
    return node.beans(LedgerFeed.class).iterator().next().status();
  }

  /** The views of a node and what it publishes come to the head of the log, and it takes part. */
  private static void follows(TestLedger node) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              HttpAnswer ready = node.get("/health/readiness", Map.of());
              assertThat(ready.status()).as(ready.response().body()).isEqualTo(200);
              long head = node.head();
              assertThat(node.get("/cases?min_position=" + head, Map.of()).status()).isEqualTo(200);
              assertThat(node.get("/scorecard?min_position=" + head, Map.of()).status())
                  .isEqualTo(200);
              assertThat(node.running().awaitPublished(head, Duration.ofSeconds(10))).isTrue();
            });
  }

  private void caughtUpWithoutTheFirst() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(feeds(second))
                  .extracting(FeedStatus::position)
                  .containsOnly(second.head());
              assertThat(topicsFedBy(second) + topicsFedBy(third)).isEqualTo(2);
            });
  }

  /** The respondents' time is over, and every node that is there says so at once. */
  private void deadlinesPassOnce(List<String> silent) {
    long before = second.head();
    now.updateAndGet(today -> today.plus(Duration.ofDays(silent.isEmpty() ? 0 : 31)));
    List<CompletableFuture<Void>> sent =
        (silent.isEmpty() ? all : others)
            .stream()
                .map(
                    node ->
                        CompletableFuture.runAsync(
                            () ->
                                node.beans(DeadlineDispatcher.class)
                                    .forEach(DeadlineDispatcher::dispatch)))
                .toList();
    sent.forEach(CompletableFuture::join);
    assertThat(second.head()).isEqualTo(before + silent.size());
    Map<String, String> asJson = Map.of("Accept", "application/json");
    for (String address : silent) {
      String atHead = address + "?min_position=" + second.head();
      assertThat(ok(second.get(atHead, asJson)).json().get("stage").asString())
          .isEqualTo("unanswered");
    }
  }

  private void oneLogIsServed() {
    List<byte[]> leaves = entries().stream().map(StoredEntry::leaf).toList();
    for (TestLedger node : all) {
      ServedLog served = new ServedLog(node);
      assertThat(served.verifiedLeaves()).usingElementComparator(Arrays::compare).isEqualTo(leaves);
      assertThat(served.get("checkpoint").body())
          .isEqualTo(new ServedLog(second).get("checkpoint").body());
    }
  }

  private List<StoredEntry> entries() {
    return second
        .running()
        .context()
        .getBean(LedgerStore.class)
        .events()
        .readEntries(0, 1000, 1 << 24);
  }

  private void theTopicHoldsEverythingInOrder() {
    caughtUp();
    for (String topic : List.of(TOPIC, TOPIC + "-open")) {
      Map<String, List<Long>> applied = new HashMap<>();
      for (ConsumerRecord<String, byte[]> record : KAFKA.records(topic)) {
        List<Long> ofStream = applied.computeIfAbsent(record.key(), key -> new ArrayList<>());
        long sequence = Long.parseLong(TestBroker.header(record, "ce_sequence"));
        if (ofStream.isEmpty() || sequence > ofStream.getLast()) {
          ofStream.add(sequence);
        }
      }
      assertThat(applied.values().stream().flatMap(List::stream))
          .containsExactlyInAnyOrderElementsOf(positionsAfter(-1, entries().size()));
    }
  }

  private void caughtUp() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(feeds(second))
                    .extracting(FeedStatus::position)
                    .containsOnly(second.head()));
  }
}
