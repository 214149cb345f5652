package org.accordledger.api.cli;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The settings of the feed that the environment names: {@code LEDGER_KAFKA_PUBLIC_TOPIC} is {@code
 * ledger.kafka-public-topic}. What is empty is not set; what nobody knows, the settings refuse.
 */
final class KafkaEnvironment {
  private static final String PREFIX = "LEDGER_KAFKA_";

  private KafkaEnvironment() {}

  static Map<String, String> settings(Map<String, String> environment) {
    Map<String, String> settings = new HashMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX) && !value.isBlank()) {
            String key = name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
            settings.put("ledger.kafka-" + key, value.strip());
          }
        });
    return settings;
  }
}
