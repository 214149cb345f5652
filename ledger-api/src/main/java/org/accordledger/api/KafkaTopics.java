package org.accordledger.api;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.accordledger.core.InvalidValue;
import org.accordledger.projections.feed.FeedSettings;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sets of the feed. All of it is trusted; a wrong value stops the start with one
 * sentence, and so does any of it without brokers.
 *
 * @param whole brokers and the topic that holds everything: {@code ledger.kafka-bootstrap}, {@code
 *     ledger.kafka-topic}, {@code ledger.kafka-partitions}, {@code ledger.kafka-replication},
 *     {@code ledger.kafka-retention} (a duration as {@code P30D}, or {@code forever}) and {@code
 *     ledger.kafka-properties} (a file of further settings of Kafka's clients, read at the start)
 * @param publicTopic {@code ledger.kafka-public-topic}: topic for everybody, where the payload of
 *     what only some may read is withheld; null, the default, for none
 */
public record KafkaTopics(FeedSettings whole, @Nullable String publicTopic) {
  static final Set<String> KEYS =
      Set.of(
          "ledger.kafka-bootstrap",
          "ledger.kafka-topic",
          "ledger.kafka-public-topic",
          "ledger.kafka-partitions",
          "ledger.kafka-replication",
          "ledger.kafka-retention",
          "ledger.kafka-properties");

  public KafkaTopics {
    if (publicTopic != null) {
      if (publicTopic.equals(whole.topic())) {
        throw new InvalidValue(
            "ledger.kafka-public-topic", "must not be the topic that holds everything");
      }
      FeedSettings.requireTopic("ledger.kafka-public-topic", publicTopic);
    }
  }

  /**
   * Reads the settings of the feed; null if it is off, which is the default.
   *
   * @throws InvalidValue if a value is wrong, or has no effect
   */
  public static @Nullable KafkaTopics of(Map<String, String> values) {
    String bootstrap = values.get("ledger.kafka-bootstrap");
    if (bootstrap == null) {
      for (String key : KEYS) {
        if (values.containsKey(key)) {
          throw new InvalidValue(key, "has no effect without ledger.kafka-bootstrap");
        }
      }
      return null;
    }
    FeedSettings whole =
        FeedSettings.of(Arrays.stream(bootstrap.split(",", -1)).map(String::strip).toList())
            .withTopic(values.getOrDefault("ledger.kafka-topic", FeedSettings.DEFAULT_TOPIC))
            .withForm(
                number(values, "ledger.kafka-partitions", FeedSettings.DEFAULT_PARTITIONS),
                number(values, "ledger.kafka-replication", FeedSettings.DEFAULT_REPLICATION),
                retention(values.getOrDefault("ledger.kafka-retention", "forever")))
            .withProperties(properties(values.get("ledger.kafka-properties")));
    return new KafkaTopics(whole, values.get("ledger.kafka-public-topic"));
  }

  private static int number(Map<String, String> values, String key, int otherwise) {
    try {
      return Integer.parseInt(values.getOrDefault(key, Integer.toString(otherwise)));
    } catch (NumberFormatException e) {
      throw new InvalidValue(key, "must be a whole number");
    }
  }

  private static @Nullable Duration retention(String value) {
    try {
      return value.equals("forever") ? null : Duration.parse(value);
    } catch (DateTimeParseException e) {
      throw new InvalidValue(
          "ledger.kafka-retention", "must be a duration as P30D or PT12H, or forever");
    }
  }

  private static Map<String, String> properties(@Nullable String file) {
    Properties read = new Properties();
    if (file != null) {
      try (Reader text = Files.newBufferedReader(Path.of(file))) {
        read.load(text);
      } catch (IOException | IllegalArgumentException e) {
        throw new InvalidValue(
            "ledger.kafka-properties", "must be a file of properties that can be read: " + file);
      }
    }
    return read.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, read::getProperty));
  }

  /** Without the properties, which may hold passwords. */
  @Override
  public String toString() {
    return "%s at %s".formatted(whole.topic(), String.join(",", whole.bootstrap()));
  }
}
