package org.accordledger.api.tracing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;
import org.accordledger.core.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sets of traces. All of it is trusted; a wrong value stops the start with one
 * sentence, and so does a ratio without an endpoint.
 *
 * @param endpoint {@code ledger.otlp-endpoint}: where spans are posted to, as OTLP in protobuf over
 *     HTTP; without a path, {@code /v1/traces} there. No default: then there are no spans
 * @param ratio {@code ledger.trace-ratio}: which part of the requests is recorded, 0 to 1; default
 *     0.1. Too high costs the collector, too low misses what is rare
 */
public record TraceSettings(URI endpoint, double ratio) {
  /** The keys of these settings. */
  public static final Set<String> KEYS = Set.of("ledger.otlp-endpoint", "ledger.trace-ratio");

  private static final String DEFAULT_RATIO = "0.1";

  public TraceSettings {
    boolean web = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
    if (!web || endpoint.getHost() == null || !nothingElse(endpoint)) {
      throw wrongEndpoint();
    }
    if (endpoint.getRawPath().isEmpty() || endpoint.getRawPath().equals("/")) {
      endpoint = endpoint.resolve("/v1/traces");
    }
    if (!(ratio >= 0 && ratio <= 1)) {
      throw wrongRatio();
    }
  }

  private static boolean nothingElse(URI endpoint) {
    return endpoint.getRawUserInfo() == null
        && endpoint.getRawQuery() == null
        && endpoint.getRawFragment() == null;
  }

  /**
   * Reads the settings of traces; null if there are to be none, which is the default.
   *
   * @throws InvalidValue if a value is wrong, or has no effect
   */
  public static @Nullable TraceSettings of(Map<String, String> values) {
    String endpoint = values.get("ledger.otlp-endpoint");
    String ratio = values.get("ledger.trace-ratio");
    if (endpoint == null) {
      if (ratio != null) {
        throw new InvalidValue("ledger.trace-ratio", "has no effect without ledger.otlp-endpoint");
      }
      return null;
    }
    return new TraceSettings(address(endpoint), number(ratio == null ? DEFAULT_RATIO : ratio));
  }

  private static URI address(String value) {
    try {
      return new URI(value);
    } catch (URISyntaxException e) {
      throw wrongEndpoint();
    }
  }

  private static double number(String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw wrongRatio();
    }
  }

  private static InvalidValue wrongEndpoint() {
    return new InvalidValue(
        "ledger.otlp-endpoint",
        "must be the address of a collector, as http://127.0.0.1:4318/v1/traces, with nothing"
            + " before its host or behind its path");
  }

  private static InvalidValue wrongRatio() {
    return new InvalidValue("ledger.trace-ratio", "must be a number from 0 to 1");
  }
}
