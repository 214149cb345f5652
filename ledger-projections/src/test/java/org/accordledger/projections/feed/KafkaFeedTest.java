package org.accordledger.projections.feed;

import static org.accordledger.projections.feed.TestKafka.holdsAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.accordledger.projections.EventSpans;
import org.accordledger.projections.OutageDataSource;
import org.accordledger.projections.TestDatabase;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;

class KafkaFeedTest {
  private static final Duration SOON = Duration.ofSeconds(90);

  private final TestDatabase database = TestDatabase.fresh();
  private final MemoryFeedLog log = new MemoryFeedLog();
  private final FeedSettings settings = TestKafka.newTopic();

  private KafkaFeed started(DataSource dataSource) {
    KafkaFeed feed =
        new KafkaFeed(dataSource, log, settings, InstantSource.system(), EventSpans.NONE);
    feed.start();
    return feed;
  }

  private static void reaches(KafkaFeed feed, long position) {
    await()
        .atMost(SOON)
        // the database may be away just then
        .ignoreExceptionsInstanceOf(DataAccessException.class)
        .untilAsserted(() -> assertThat(feed.status().position()).isEqualTo(position));
  }

  private static void standsStill(KafkaFeed feed, String because) {
    await().atMost(SOON).untilAsserted(() -> assertThat(feed.status().failure()).contains(because));
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void every_position_appears_in_order_within_its_stream() {
    try (KafkaFeed feed = started(database.dataSource())) {
      for (int step = 1; step < 60; step++) {
        log.grow(step);
      }
      reaches(feed, log.head());
      assertThat(feed.status())
          .isEqualTo(
              new FeedStatus(settings.topic(), 1769, 1769, 0, Duration.ZERO, true, null, null));
    }

    holdsAll(settings.topic(), log);
    assertThat(TestKafka.records(settings.topic()).stream().map(ConsumerRecord::partition))
        .containsOnly(0, 1, 2);
  }

  @Test
  void a_feed_that_has_never_run_says_that_nothing_was_fed() {
    log.grow(3);
    try (KafkaFeed feed =
        new KafkaFeed(
            database.dataSource(), log, settings, InstantSource.system(), EventSpans.NONE)) {
      assertThat(feed.status().position()).isEqualTo(-1);
      assertThat(feed.status().behind()).isEqualTo(3);
      assertThat(feed.status().feeding()).isFalse();
    }
  }

  @Test
  void a_restart_goes_on_behind_what_was_acknowledged() {
    log.grow(400);
    try (KafkaFeed first = started(database.dataSource())) {
      reaches(first, 399);
    }
    log.grow(400);
    try (KafkaFeed second = started(database.dataSource())) {
      reaches(second, 799);
    }

    holdsAll(settings.topic(), log);
    assertThat(TestKafka.records(settings.topic())).hasSize(800);
  }

  @Test
  void after_an_outage_of_kafka_the_feed_catches_up_by_itself() {
    try (KafkaFeed feed = started(database.dataSource())) {
      log.grow(100);
      reaches(feed, 99);

      TestKafka.stop();
      try {
        log.grow(1000);
        standsStill(feed, "event 100");
        assertThat(feed.status().behind()).isEqualTo(1000);
        assertThat(feed.status().age()).isGreaterThan(Duration.ofDays(365));
        log.grow(1000);
      } finally {
        TestKafka.startAgain();
      }

      reaches(feed, 2099);
      assertThat(feed.status().failure()).isNull();
    }
    holdsAll(settings.topic(), log);
  }

  @Test
  void kafka_may_be_away_at_the_start() {
    log.grow(50);
    TestKafka.stop();
    try (KafkaFeed feed = started(database.dataSource())) {
      try {
        standsStill(feed, "Kafka");
      } finally {
        TestKafka.startAgain();
      }
      reaches(feed, 49);
    }
    holdsAll(settings.topic(), log);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "AFTER"})
  void a_fault_between_acknowledgement_and_saving_repeats_and_loses_nothing(
      FaultyDataSource.Fault fault) {
    FaultyDataSource faulty = new FaultyDataSource(database.dataSource());
    log.grow(300);
    faulty.failNext(fault);
    try (KafkaFeed feed = started(faulty)) {
      reaches(feed, 299);
      assertThat(faulty.failed()).isTrue();
      log.grow(300);
      reaches(feed, 599);
    }

    holdsAll(settings.topic(), log);
    int sent = TestKafka.records(settings.topic()).size();
    // what was saved, although nobody heard of it, is not sent again
    assertThat(sent).isEqualTo(fault == FaultyDataSource.Fault.BEFORE ? 900 : 600);
  }

  @Test
  void one_node_feeds_and_another_takes_over_from_one_that_stops() {
    KafkaFeed first = started(database.dataSource());
    log.grow(100);
    reaches(first, 99);
    try (KafkaFeed second = started(database.dataSource())) {
      log.grow(100);
      reaches(first, 199);
      assertThat(first.status().feeding()).isTrue();
      assertThat(second.status().feeding()).isFalse();

      first.close();
      log.grow(100);
      reaches(second, 299);
      assertThat(second.status().feeding()).isTrue();
    } finally {
      first.close();
    }
    holdsAll(settings.topic(), log);
    assertThat(TestKafka.records(settings.topic())).hasSize(300);
  }

  @Test
  void one_that_falls_silent_loses_the_feed_and_may_come_back() {
    OutageDataSource outage = new OutageDataSource(database);
    try (KafkaFeed silent = started(outage)) {
      log.grow(100);
      reaches(silent, 99);
      try (KafkaFeed second = started(database.dataSource())) {
        outage.begin();
        log.grow(100);
        reaches(second, 199);
        outage.end();
        log.grow(100);
        reaches(second, 299);
        assertThat(second.status().feeding()).isTrue();
      }
      log.grow(100);
      reaches(silent, 399);
    }
    holdsAll(settings.topic(), log);
  }

  @Test
  void of_three_nodes_one_feeds_at_a_time_whichever_of_them_is_lost() {
    List<OutageDataSource> ways =
        Stream.generate(() -> new OutageDataSource(database)).limit(3).toList();
    List<KafkaFeed> feeds = ways.stream().map(this::started).toList();
    try {
      for (int loss = 0; loss < 4; loss++) {
        log.grow(200);
        reaches(feeds.getFirst(), log.head());
        int feeder = theOneThatFeeds(feeds);
        KafkaFeed another = feeds.get((feeder + 1) % 3);
        ways.get(feeder).begin();
        log.grow(200);
        reaches(another, log.head());
        ways.get(feeder).end();
        log.grow(200);
        reaches(another, log.head());
        assertThat(theOneThatFeeds(feeds)).isNotEqualTo(feeder);
      }
    } finally {
      feeds.forEach(KafkaFeed::close);
    }
    holdsAll(settings.topic(), log);
  }

  private static int theOneThatFeeds(List<KafkaFeed> feeds) {
    await()
        .atMost(SOON)
        .ignoreExceptionsInstanceOf(DataAccessException.class)
        .until(() -> feeds.stream().filter(feed -> feed.status().feeding()).count() == 1);
    return IntStream.range(0, feeds.size())
        .filter(i -> feeds.get(i).status().feeding())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_largest_event_there_can_be_is_fed() {
    log.grow(3);
    log.add(new byte[1 << 20]);
    // a request of a mebibyte becomes an event that is not much longer
    log.add(new byte[(1 << 20) + (1 << 18)]);
    log.grow(3);
    try (KafkaFeed feed = started(database.dataSource())) {
      reaches(feed, 7);
    }
    holdsAll(settings.topic(), log);
  }

  @Test
  void an_event_that_cannot_be_sent_stops_the_feed_and_is_never_passed_over() {
    log.grow(20);
    log.add(new byte[FeedClients.LONGEST + 1]);
    log.grow(20);
    try (KafkaFeed feed = started(database.dataSource())) {
      standsStill(feed, "event 20 (org.accordledger.case.case_closed.v1 of stream case-6)");
      assertThat(feed.status().position()).isEqualTo(19);
      assertThat(feed.status().behind()).isEqualTo(21);
    }
    assertThat(positions()).containsExactlyInAnyOrderElementsOf(upTo(19));
  }

  @Test
  void what_the_broker_refuses_is_followed_by_nothing_of_its_partition() {
    var _ =
        TestKafka.ask(
            admin ->
                admin
                    .createTopics(
                        List.of(
                            new NewTopic(settings.topic(), 1, (short) 1)
                                .configs(Map.of("max.message.bytes", "100000"))))
                    .all());
    log.grow(10);
    log.add(new byte[200_000]);
    log.grow(1000);
    try (KafkaFeed feed = started(database.dataSource())) {
      standsStill(feed, "event 10 ");
      reaches(feed, 9);
    }
    assertThat(positions()).containsOnlyOnceElementsOf(upTo(9)).hasSize(10);
  }

  private List<Long> positions() {
    return TestKafka.records(settings.topic()).stream()
        .map(TestKafka::sequence)
        .distinct()
        .toList();
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(0, last).boxed().toList();
  }

  @Test
  void the_topic_is_made_as_stated() {
    FeedSettings stated = settings.withForm(5, 1, Duration.ofDays(30));
    try (KafkaFeed feed =
        new KafkaFeed(
            database.dataSource(), log, stated, InstantSource.system(), EventSpans.NONE)) {
      feed.start();
      log.grow(1);
      reaches(feed, 0);
    }

    TopicDescription made = described();
    assertThat(made.partitions()).hasSize(5);
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, settings.topic());
    var config =
        TestKafka.ask(admin -> admin.describeConfigs(List.of(topic)).all()).values().iterator();
    assertThat(config.next().entries())
        .haveExactly(1, entry("retention.ms", "2592000000"))
        .haveExactly(1, entry("cleanup.policy", "delete"))
        .haveExactly(1, entry("max.message.bytes", Integer.toString(FeedClients.LONGEST)));
  }

  private static Condition<org.apache.kafka.clients.admin.ConfigEntry> entry(
      String name, String value) {
    return new Condition<>(
        entry -> entry.name().equals(name) && value.equals(entry.value()), name + "=" + value);
  }

  private TopicDescription described() {
    return TestKafka.ask(admin -> admin.describeTopics(List.of(settings.topic())).allTopicNames())
        .values()
        .iterator()
        .next();
  }

  @Test
  void a_topic_that_is_there_is_left_as_it_is_and_another_number_of_partitions_is_said() {
    var _ =
        TestKafka.ask(
            admin ->
                admin.createTopics(List.of(new NewTopic(settings.topic(), 2, (short) 1))).all());
    log.grow(10);
    try (KafkaFeed feed = started(database.dataSource())) {
      reaches(feed, 9);
      assertThat(feed.status().notice()).contains("2 partitions, not 3");
      assertThat(feed.status().failure()).isNull();
    }
    assertThat(described().partitions()).hasSize(2);
  }

  @Test
  void a_topic_with_more_copies_than_there_are_brokers_is_not_made_and_the_reason_is_said() {
    FeedSettings tooMany = settings.withForm(3, 3, null);
    try (KafkaFeed feed =
        new KafkaFeed(
            database.dataSource(), log, tooMany, InstantSource.system(), EventSpans.NONE)) {
      feed.start();
      standsStill(feed, "cannot be made with 3 partitions and replication 3");
    }
  }

  @Test
  void a_topic_made_again_is_fed_from_the_start() {
    log.grow(100);
    try (KafkaFeed feed = started(database.dataSource())) {
      reaches(feed, 99);
    }
    var _ = TestKafka.ask(admin -> admin.deleteTopics(List.of(settings.topic())).all());
    log.grow(100);
    try (KafkaFeed feed = started(database.dataSource())) {
      reaches(feed, 199);
    }
    holdsAll(settings.topic(), log);
  }
}
