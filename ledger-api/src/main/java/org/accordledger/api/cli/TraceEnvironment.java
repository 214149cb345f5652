package org.accordledger.api.cli;

import java.util.HashMap;
import java.util.Map;

/** The settings of traces that the environment names. What is empty is not set. */
final class TraceEnvironment {
  private static final Map<String, String> KEYS =
      Map.of(
          "LEDGER_OTLP_ENDPOINT", "ledger.otlp-endpoint",
          "LEDGER_TRACE_RATIO", "ledger.trace-ratio");

  private TraceEnvironment() {}

  static Map<String, String> settings(Map<String, String> environment) {
    Map<String, String> settings = new HashMap<>();
    KEYS.forEach(
        (name, key) -> {
          String value = environment.getOrDefault(name, "").strip();
          if (!value.isEmpty()) {
            settings.put(key, value);
          }
        });
    return settings;
  }
}
