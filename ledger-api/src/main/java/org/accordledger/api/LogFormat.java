package org.accordledger.api;

import java.util.Arrays;
import java.util.Locale;
import org.accordledger.core.InvalidValue;

/** How the application's own log is written to standard output; every line has the trace id. */
public enum LogFormat {
  /** Lines for people. */
  TEXT,
  /** One JSON object a line, in the Elastic Common Schema. */
  ECS,
  /** One JSON object a line, as Logstash's encoder writes it. */
  LOGSTASH;

  /**
   * Reads a setting.
   *
   * @param value a name in lower case
   * @throws InvalidValue for {@code ledger.log-format} if there is no such format
   */
  public static LogFormat of(String value) {
    return Arrays.stream(values())
        .filter(format -> format.code().equals(value))
        .findFirst()
        .orElseThrow(() -> new InvalidValue("ledger.log-format", "must be text, ecs or logstash"));
  }

  /** As it is written in a setting. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
