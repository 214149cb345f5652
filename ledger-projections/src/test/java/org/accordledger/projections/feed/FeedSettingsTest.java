package org.accordledger.projections.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.accordledger.core.InvalidValue;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedSettingsTest {
  private static final FeedSettings DEFAULTS = FeedSettings.of(List.of("127.0.0.1:9092"));

  @Test
  void what_is_not_set_has_a_default() {
    assertThat(DEFAULTS)
        .isEqualTo(
            new FeedSettings(
                List.of("127.0.0.1:9092"),
                "ledger.events",
                12,
                3,
                null,
                Map.of(),
                Duration.ofSeconds(15)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "broker", "broker:", ":9092", "broker:9092 ", "http://broker:9092"})
  void a_broker_is_a_host_and_a_port(String broker) {
    assertThatThrownBy(() -> FeedSettings.of(List.of(broker)))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("ledger.kafka-bootstrap must be host:port, several with commas between");
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void a_wrong_value_is_named(UnaryOperator<FeedSettings> change, String field) {
    assertThatThrownBy(() -> change.apply(DEFAULTS))
        .isInstanceOf(InvalidValue.class)
        .hasMessageStartingWith(field + " must");
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong("ledger.kafka-topic", it -> it.withTopic("a b")),
        wrong("ledger.kafka-topic", it -> it.withTopic("..")),
        wrong("ledger.kafka-topic", it -> it.withTopic("a".repeat(250))),
        wrong("ledger.kafka-partitions", it -> it.withForm(0, 1, null)),
        wrong("ledger.kafka-partitions", it -> it.withForm(10_001, 1, null)),
        wrong("ledger.kafka-replication", it -> it.withForm(1, 0, null)),
        wrong("ledger.kafka-replication", it -> it.withForm(1, 101, null)),
        wrong("ledger.kafka-retention", it -> it.withForm(1, 1, Duration.ZERO)),
        wrong("ledger.kafka-retention", it -> it.withForm(1, 1, Duration.ofDays(36_501))),
        wrong("ledger.kafka-properties", it -> it.withProperties(Map.of("acks", "1"))),
        wrong("feed.claim_timeout", it -> it.withClaimTimeout(Duration.ofMillis(999))));
  }

  private static Arguments wrong(String field, UnaryOperator<FeedSettings> change) {
    return Arguments.of(Named.of(field, change), field);
  }
}
