package org.accordledger.projections.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far a topic has been fed, and which node feeds it; once for all generations of views. One
 * node's claim holds until it lets go or has been silent for too long, by the clock of the
 * database. A position is saved by the node that holds the claim, or not at all.
 */
final class FeedProgress {
  /** Where a topic stands; the id is null until a topic of Kafka was first found. */
  record Fed(@Nullable String topicId, long position) {}

  private static final Fed NOTHING = new Fed(null, -1);

  private final JdbcClient jdbc;
  private final String topic;
  private final double claimSeconds;
  private final String me = UUID.randomUUID().toString();

  FeedProgress(DataSource dataSource, String topic, Duration claimTimeout) {
    this.jdbc = JdbcClient.create(dataSource);
    this.topic = topic;
    this.claimSeconds = claimTimeout.toMillis() / 1000.0;
  }

  /** Takes the claim, or keeps it; false if another node has it. */
  boolean claim() {
    jdbc.sql("insert into feed.progress (topic) values (?) on conflict do nothing")
        .param(topic)
        .update();
    return jdbc.sql(
                """
                update feed.progress set owner = ?, claimed_at = clock_timestamp()
                where topic = ? and (owner is null or owner = ?
                    or claimed_at < clock_timestamp() - make_interval(secs => ?))
                """)
            .param(me)
            .param(topic)
            .param(me)
            .param(claimSeconds)
            .update()
        == 1;
  }

  /** Lets another node have the claim at once. */
  void release() {
    jdbc.sql(
            "update feed.progress set owner = null, claimed_at = null where topic = ? and owner ="
                + " ?")
        .param(topic)
        .param(me)
        .update();
  }

  /** Where the topic stands; also before the first feed of a database has made its table. */
  Fed fed() {
    if (!jdbc.sql("select to_regclass('feed.progress') is not null")
        .query(Boolean.class)
        .single()) {
      return NOTHING;
    }
    return jdbc.sql("select topic_id, position from feed.progress where topic = ?")
        .param(topic)
        .query((row, number) -> new Fed(row.getString("topic_id"), row.getLong("position")))
        .optional()
        .orElse(NOTHING);
  }

  /**
   * Begins a topic from the start.
   *
   * @throws ClaimLost if another node has the claim by now
   */
  void begin(String topicId) {
    keptBy(
        jdbc.sql(
                """
                update feed.progress
                set topic_id = ?, position = -1, recorded_at = null, claimed_at = clock_timestamp()
                where topic = ? and owner = ?
                """)
            .param(topicId)
            .param(topic)
            .param(me)
            .update());
  }

  /**
   * Saves that Kafka has acknowledged everything up to an event.
   *
   * @param from position saved so far
   * @throws ClaimLost if another node has the claim by now
   */
  void advance(long from, long to, Instant recordedAt) {
    keptBy(
        jdbc.sql(
                """
                update feed.progress
                set position = ?, recorded_at = ?, claimed_at = clock_timestamp()
                where topic = ? and owner = ? and position = ?
                """)
            .param(to)
            .param(recordedAt.atOffset(ZoneOffset.UTC))
            .param(topic)
            .param(me)
            .param(from)
            .update());
  }

  /**
   * Says that this node is alive.
   *
   * @throws ClaimLost if another node has the claim by now
   */
  void keep() {
    keptBy(
        jdbc.sql(
                "update feed.progress set claimed_at = clock_timestamp() where topic = ? and owner"
                    + " = ?")
            .param(topic)
            .param(me)
            .update());
  }

  private static void keptBy(int rows) {
    if (rows != 1) {
      throw new ClaimLost();
    }
  }

  /** Another node feeds the topic by now. */
  static final class ClaimLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClaimLost() {
      super("another node feeds the topic by now");
    }
  }
}
