package org.accordledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.accordledger.core.InvalidValue;
import org.accordledger.projections.feed.FeedSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaTopicsTest {
  private static final String BOOTSTRAP = "ledger.kafka-bootstrap";

  @Test
  void without_brokers_there_is_no_feed() {
    assertThat(KafkaTopics.of(Map.of())).isNull();
  }

  @Test
  void what_is_not_set_has_a_default() {
    KafkaTopics topics = read(Map.of(BOOTSTRAP, "one:9092, two:9092"));

    assertThat(topics.whole()).isEqualTo(FeedSettings.of(List.of("one:9092", "two:9092")));
    assertThat(topics.publicTopic()).isNull();
  }

  @Test
  void every_key_sets_what_it_names(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("kafka.properties");
    Files.writeString(file, "security.protocol=SSL\nssl.truststore.password=secret\n");

    KafkaTopics topics =
        read(
            Map.of(
                BOOTSTRAP,
                "[::1]:9092",
                "ledger.kafka-topic",
                "whole",
                "ledger.kafka-public-topic",
                "open",
                "ledger.kafka-partitions",
                "4",
                "ledger.kafka-replication",
                "2",
                "ledger.kafka-retention",
                "P30D",
                "ledger.kafka-properties",
                file.toString()));

    assertThat(topics.whole())
        .isEqualTo(
            FeedSettings.of(List.of("[::1]:9092"))
                .withTopic("whole")
                .withForm(4, 2, Duration.ofDays(30))
                .withProperties(
                    Map.of("security.protocol", "SSL", "ssl.truststore.password", "secret")));
    assertThat(topics.publicTopic()).isEqualTo("open");
    assertThat(topics.toString()).isEqualTo("whole at [::1]:9092");
  }

  @ParameterizedTest
  @CsvSource({
    "ledger.kafka-topic, a b, must be 1 to 249",
    "ledger.kafka-public-topic, a b, must be 1 to 249",
    "ledger.kafka-public-topic, ledger.events, must not be the topic that holds everything",
    "ledger.kafka-partitions, many, must be a whole number",
    "ledger.kafka-partitions, 0, must be 1 to 10000",
    "ledger.kafka-replication, 0, must be 1 to 100",
    "ledger.kafka-retention, 30 days, must be a duration as P30D",
    "ledger.kafka-retention, PT0S, must be 1 millisecond to",
    "ledger.kafka-properties, no/such/file, must be a file of properties",
  })
  void a_wrong_value_is_named_with_what_is_expected(String key, String value, String expectation) {
    Map<String, String> values = new HashMap<>(Map.of(BOOTSTRAP, "one:9092"));
    values.put(key, value);

    assertThatThrownBy(() -> KafkaTopics.of(values))
        .isInstanceOf(InvalidValue.class)
        .hasMessageStartingWith(key + " " + expectation);
  }

  @Test
  void what_the_feed_promises_cannot_be_undone_by_a_file(@TempDir Path directory)
      throws IOException {
    Path file = directory.resolve("kafka.properties");
    Files.writeString(file, "max.in.flight.requests.per.connection=5\n");

    assertThatThrownBy(
            () -> read(Map.of(BOOTSTRAP, "one:9092", "ledger.kafka-properties", file.toString())))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("must not set max.in.flight.requests.per.connection");
  }

  private static KafkaTopics read(Map<String, String> values) {
    return Objects.requireNonNull(KafkaTopics.of(values));
  }
}
