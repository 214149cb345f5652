package org.accordledger.projections.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.core.random.RandomCommands;
import org.accordledger.core.scorecard.Period;
import org.accordledger.core.scorecard.Scorecard;
import org.accordledger.core.scorecard.ScorecardFold;
import org.accordledger.projections.Applying;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.EventSpans;
import org.accordledger.projections.ProjectionSettings;
import org.accordledger.projections.ProjectionStatus;
import org.accordledger.projections.TestDatabase;
import org.accordledger.projections.docket.DocketProjection;
import org.accordledger.projections.election.ElectionProjection;
import org.accordledger.projections.feed.FeedSettings;
import org.accordledger.projections.feed.KafkaFeed;
import org.accordledger.projections.feed.TestKafka;
import org.accordledger.projections.scorecard.ScorecardQuery;
import org.accordledger.projections.scorecard.ScorecardRequest;
import org.accordledger.projections.series.SeriesProjection;
import org.accordledger.projections.timeline.TimelineProjection;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nodes with a database of their own, fed by a real broker, beside what the log says. */
class ProjectionNodeTest {
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final List<String> TABLES =
      List.of(
          "docket",
          "docket_accord",
          "election",
          "series",
          "series_attachment",
          "timeline",
          "timeline_stream",
          "progress");
  private static final List<Recorded<LedgerEvent>> EVENTS = RandomCommands.log(7, 900);
  private static final int ALL = EVENTS.size();

  private final TestDatabase ledger = TestDatabase.fresh();
  private final TestDatabase views = TestDatabase.fresh();
  private final FeedSettings topic = TestKafka.newTopic();
  private final RecordedFeedLog log = new RecordedFeedLog(EVENTS);
  private final List<ProjectionNode> nodes = new ArrayList<>();
  private KafkaFeed feed = feeding();

  private KafkaFeed feeding() {
    KafkaFeed started =
        new KafkaFeed(ledger.dataSource(), log, topic, InstantSource.system(), EventSpans.NONE);
    started.start();
    return started;
  }

  private ProjectionNode node() {
    return node(views.dataSource());
  }

  private ProjectionNode node(DataSource database) {
    ProjectionNode node =
        new ProjectionNode(
            database,
            topic,
            ProjectionSettings.defaults().withBatchSize(50).withClaimTimeout(Duration.ofSeconds(3)),
            InstantSource.system(),
            name -> NoOpMessageMonitor.instance(),
            EventSpans.NONE);
    nodes.add(node);
    node.start();
    return node;
  }

  @AfterEach
  void stop() {
    nodes.forEach(ProjectionNode::close);
    feed.close();
    views.close();
    ledger.close();
  }

  private static void reaches(ProjectionNode node, int events) {
    await()
        .atMost(SOON)
        // before its tables are made, a node has nothing to say
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              assertThat(node.intake().watermark()).isEqualTo(events - 1L);
              assertThat(node.projections().status())
                  .extracting(ProjectionStatus::position)
                  .containsOnly(events - 1L);
            });
  }

  /** What the ledger's own projections make of the log, event by event. */
  private void showsTheLog() {
    try (TestDatabase reference = TestDatabase.fresh()) {
      DataSource own = reference.dataSource();
      List.of(
              new DocketProjection(own),
              new ElectionProjection(own),
              new SeriesProjection(own),
              new TimelineProjection(own, new EventCodec()::encode))
          .forEach(one -> Applying.all(own, one, List.copyOf(EVENTS), 1));
      for (String table : TABLES) {
        assertThat(rows(views, table)).as(table).isEqualTo(rows(reference, table));
      }
    }
    for (int size : new int[] {1, ALL / 3, ALL / 2, ALL}) {
      ScorecardFold fold = new ScorecardFold();
      EVENTS.subList(0, size).forEach(fold::apply);
      assertThat(scorecard(size - 1)).isEqualTo(fold.scorecard(Period.ALL, null));
    }
  }

  private Scorecard scorecard(long position) {
    return new ScorecardQuery(views.dataSource())
        .read(ScorecardRequest.everything(AsOf.position(position)))
        .scorecard();
  }

  private static List<@Nullable String> rows(TestDatabase in, String table) {
    String where = table.equals("progress") ? " where projection <> 'scorecard'" : "";
    return new JdbcTemplate(in.dataSource())
        .queryForList(
            "select t::text from %s t%s order by 1".formatted(table, where), String.class);
  }

  private JdbcTemplate jdbc() {
    return new JdbcTemplate(views.dataSource());
  }

  @Test
  void a_node_shows_what_the_ledgers_own_projections_show() {
    ProjectionNode node = node();
    log.growTo(ALL / 2);
    reaches(node, ALL / 2);
    log.growTo(ALL);
    reaches(node, ALL);

    showsTheLog();
    assertThat(node.intake())
        .isEqualTo(new IntakeStatus(ALL - 1L, ALL - 1L, 0, 3, Duration.ZERO, null));
  }

  @Test
  void everything_delivered_again_changes_nothing() {
    log.growTo(ALL);
    reaches(node(), ALL);
    nodes.getFirst().close();
    feed.close();
    // the topic holds everything twice, and the node forgets what it had taken
    new JdbcTemplate(ledger.dataSource()).update("update feed.progress set position = -1");
    feed = feeding();
    await().atMost(SOON).until(() -> feed.status().position() == ALL - 1);
    jdbc().update("delete from inbox.taken");
    jdbc().update("delete from inbox.event where position >= ?", ALL / 2);
    jdbc().update("update inbox.watermark set position = ?", ALL / 2 - 1);

    ProjectionNode again = node();
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(
                        jdbc()
                            .queryForObject("select sum(next_offset) from inbox.taken", Long.class))
                    .isEqualTo(2L * ALL));
    reaches(again, ALL);
    showsTheLog();
  }

  @Test
  void two_nodes_share_partitions_and_projections_and_one_goes_on_alone() {
    ProjectionNode first = node();
    log.growTo(ALL / 4);
    reaches(first, ALL / 4);
    assertThat(first.intake().partitions()).isEqualTo(3);

    ProjectionNode second = node();
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              assertThat(second.intake().partitions()).isPositive();
              assertThat(first.intake().partitions() + second.intake().partitions()).isEqualTo(3);
              assertThat(projectionsByOwner().values()).containsExactlyInAnyOrder(3L, 2L);
            });
    log.growTo(ALL / 2);
    reaches(first, ALL / 2);
    reaches(second, ALL / 2);

    first.close();
    log.growTo(ALL);
    reaches(second, ALL);
    assertThat(second.intake().partitions()).isEqualTo(3);
    assertThat(projectionsByOwner().values()).containsExactly(5L);
    showsTheLog();
  }

  private Map<String, Long> projectionsByOwner() {
    Map<String, Long> owners = new HashMap<>();
    jdbc()
        .query(
            "select owner, count(*) from token where owner is not null group by owner",
            row -> {
              owners.put(row.getString(1), row.getLong(2));
            });
    return owners;
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
  void a_connection_that_breaks_around_the_commit_repeats_nothing_and_loses_nothing(
      LostAnswer.Fault fault) {
    LostAnswer database = new LostAnswer(views.dataSource());
    database.failNext(fault);
    log.growTo(ALL);
    ProjectionNode node = node(database);
    reaches(node, ALL);

    assertThat(database.failed()).isTrue();
    // a broker that does not know its new topic yet may have refused it before
    assertThat(node.intakeFailures()).isPositive();
    // where the commit had arrived everything is shown before the intake has begun again
    await().atMost(SOON).untilAsserted(() -> assertThat(node.intake().failure()).isNull());
    showsTheLog();
  }

  @Test
  void what_kafka_remembers_of_the_offsets_makes_no_difference() {
    log.growTo(ALL / 2);
    reaches(node(), ALL / 2);
    nodes.getFirst().close();
    // as if the node had ended after its commit to the database, and had never told Kafka
    String group = new Inbox(views.dataSource()).group();
    Map<TopicPartition, OffsetAndMetadata> start = new HashMap<>();
    for (int partition = 0; partition < 3; partition++) {
      start.put(new TopicPartition(topic.topic(), partition), new OffsetAndMetadata(0));
    }
    var _ = TestKafka.ask(admin -> admin.alterConsumerGroupOffsets(group, start).all());
    // what would be read from there again is seen by its absence
    jdbc().update("delete from inbox.event where position < 5");

    log.growTo(ALL);
    reaches(node(), ALL);
    showsTheLog();
    assertThat(new Inbox(views.dataSource()).read(0, 1).getFirst().position()).isEqualTo(5);
  }

  @Test
  void kafka_may_be_away_and_the_node_says_so() {
    log.growTo(ALL / 2);
    ProjectionNode node = node();
    reaches(node, ALL / 2);
    nodes.getFirst().close();
    TestKafka.stop();
    ProjectionNode lonely;
    try {
      lonely = node();
      await()
          .atMost(SOON)
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(lonely.intake().failure()).contains("Kafka"));
    } finally {
      TestKafka.startAgain();
    }
    log.growTo(ALL);
    reaches(lonely, ALL);
    showsTheLog();
  }

  @Test
  void kafka_may_go_away_under_a_node_that_has_everything_and_it_says_so() {
    log.growTo(ALL / 2);
    ProjectionNode node = node();
    reaches(node, ALL / 2);
    TestKafka.stop();
    try {
      await()
          .atMost(SOON)
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(node.intake().failure()).contains("Kafka"));
    } finally {
      TestKafka.startAgain();
    }
    log.growTo(ALL);
    reaches(node, ALL);
    showsTheLog();
  }

  @Test
  void the_database_of_a_ledger_is_refused() {
    jdbc().execute("create schema ledger");
    jdbc().execute("create table ledger.log_head (size bigint)");
    log.growTo(ALL);
    ProjectionNode node = node();

    await().atMost(SOON).until(() -> node.intakeFailures() > 0);

    assertThatThrownBy(node::intake).hasMessageContaining("this is the database of a ledger");
    assertThat(jdbc().queryForObject("select to_regnamespace('inbox')::text", String.class))
        .isNull();
  }
}
