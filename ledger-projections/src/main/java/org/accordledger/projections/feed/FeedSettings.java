package org.accordledger.projections.feed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.accordledger.core.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the log is fed to Kafka. All of it is trusted: it comes from the operator.
 *
 * @param bootstrap brokers to begin with, {@code host:port} each; no default. Where none of them
 *     answers, nothing is fed, health says so, and the feed tries again by itself
 * @param topic the topic every event goes to; default {@code ledger.events}. It holds everything,
 *     whatever its marking: who may read it, the operator says to Kafka
 * @param partitions of the topic where it has to be made, 1 to 10,000; default 12. A topic that is
 *     there keeps what it has, and another number is said in health
 * @param replication copies of each partition where the topic has to be made, 1 to 100; default 3.
 *     With fewer brokers than that the topic cannot be made, and health says so
 * @param retention how long the topic keeps events where it has to be made; null, the default, for
 *     ever. Too short and a new reader cannot begin from the start
 * @param properties further settings of Kafka's clients, as for TLS and SASL; default none. Those
 *     that the feed's promises rest on are refused
 * @param claimTimeout after which another node may take over from one that has fallen silent;
 *     default 15 seconds, at least 1 second. Too short and nodes take the feed from each other,
 *     which repeats events and loses none
 */
public record FeedSettings(
    List<String> bootstrap,
    String topic,
    int partitions,
    int replication,
    @Nullable Duration retention,
    Map<String, String> properties,
    Duration claimTimeout) {
  public static final String DEFAULT_TOPIC = "ledger.events";
  public static final int DEFAULT_PARTITIONS = 12;
  public static final int DEFAULT_REPLICATION = 3;
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(36_500);
  private static final Duration DEFAULT_CLAIM = Duration.ofSeconds(15);

  public FeedSettings {
    bootstrap = List.copyOf(bootstrap);
    properties = Map.copyOf(properties);
    if (bootstrap.isEmpty()
        || !bootstrap.stream()
            .allMatch(one -> one.matches("(\\[[0-9a-fA-F:.]+]|[^\\s:,/]+):\\d{1,5}"))) {
      throw new InvalidValue(
          "ledger.kafka-bootstrap", "must be host:port, several with commas between");
    }
    requireTopic("ledger.kafka-topic", topic);
    if (partitions < 1 || partitions > 10_000) {
      throw new InvalidValue("ledger.kafka-partitions", "must be 1 to 10000");
    }
    if (replication < 1 || replication > 100) {
      throw new InvalidValue("ledger.kafka-replication", "must be 1 to 100");
    }
    if (retention != null
        && (retention.compareTo(SHORTEST) < 0 || retention.compareTo(LONGEST) > 0)) {
      throw new InvalidValue("ledger.kafka-retention", "must be 1 millisecond to 36500 days");
    }
    for (String key : properties.keySet()) {
      if (FeedClients.OWN.contains(key)) {
        throw new InvalidValue(
            "ledger.kafka-properties", "must not set " + key + ", which the feed sets itself");
      }
    }
    if (claimTimeout.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new InvalidValue("feed.claim_timeout", "must be at least 1 second");
    }
  }

  /**
   * Checks the name of a topic.
   *
   * @param field the setting it comes from
   * @throws InvalidValue if Kafka allows no topic of that name
   */
  public static void requireTopic(String field, String name) {
    if (!name.matches("[a-zA-Z0-9._-]{1,249}") || name.matches("\\.{1,2}")) {
      throw new InvalidValue(field, "must be 1 to 249 of the letters a to z, digits, dot, _ and -");
    }
  }

  /** The defaults, for these brokers. */
  public static FeedSettings of(List<String> bootstrap) {
    return new FeedSettings(
        bootstrap,
        DEFAULT_TOPIC,
        DEFAULT_PARTITIONS,
        DEFAULT_REPLICATION,
        null,
        Map.of(),
        DEFAULT_CLAIM);
  }

  /** The same for a topic of another name. */
  public FeedSettings withTopic(String name) {
    return new FeedSettings(
        bootstrap, name, partitions, replication, retention, properties, claimTimeout);
  }

  /** The same with another form of the topic where it has to be made. */
  public FeedSettings withForm(int newPartitions, int newReplication, @Nullable Duration kept) {
    return new FeedSettings(
        bootstrap, topic, newPartitions, newReplication, kept, properties, claimTimeout);
  }

  /** The same with further settings of Kafka's clients. */
  public FeedSettings withProperties(Map<String, String> more) {
    return new FeedSettings(
        bootstrap, topic, partitions, replication, retention, more, claimTimeout);
  }

  /** The same with another time after which a silent node loses the feed. */
  public FeedSettings withClaimTimeout(Duration timeout) {
    return new FeedSettings(
        bootstrap, topic, partitions, replication, retention, properties, timeout);
  }
}
