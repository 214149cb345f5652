package org.accordledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaEnvironmentTest {
  @Test
  void every_variable_of_the_feed_is_a_setting_unless_it_is_empty() {
    assertThat(
            KafkaEnvironment.settings(
                Map.of(
                    "LEDGER_KAFKA_BOOTSTRAP", " one:9092 ",
                    "LEDGER_KAFKA_PUBLIC_TOPIC", "open",
                    "LEDGER_KAFKA_RETENTION", " ",
                    "LEDGER_KAFKA_COLOUR", "red",
                    "LEDGER_DB_URL", "jdbc:postgresql://db/ledger")))
        .isEqualTo(
            Map.of(
                "ledger.kafka-bootstrap", "one:9092",
                "ledger.kafka-public-topic", "open",
                // refused by the settings, which do not know it
                "ledger.kafka-colour", "red"));
  }
}
