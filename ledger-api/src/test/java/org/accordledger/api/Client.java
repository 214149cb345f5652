package org.accordledger.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Someone with a token who writes, remembering the last version of each stream. */
public final class Client {
  private final TestLedger ledger;
  private final @Nullable String token;
  private final Map<String, String> etags;

  Client(TestLedger ledger, @Nullable String token, Map<String, String> etags) {
    this.ledger = ledger;
    this.token = token;
    this.etags = etags;
  }

  /** Posts under a new idempotency key, to an existing stream with the version last seen of it. */
  public HttpAnswer post(String path, String body) {
    return post(path, body, Map.of());
  }

  /**
   * Posts as {@link #post(String, String)} does, with other headers.
   *
   * @param headers added to, or in the place of, those this client sends by itself; an empty value
   *     leaves one out
   */
  public HttpAnswer post(String path, String body, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers());
    all.put("Content-Type", "application/json");
    all.put("Idempotency-Key", UUID.randomUUID().toString());
    String etag = etags.get(stream(path));
    if (etag != null) {
      all.put("If-Match", etag);
    }
    all.putAll(headers);
    all.values().removeIf(String::isEmpty);
    HttpAnswer answer = ledger.post(path, body, all);
    if (answer.status() == 200 || answer.status() == 201) {
      etags.put(answer.json().get("stream").asString(), answer.header("ETag"));
    }
    return answer;
  }

  public HttpAnswer get(String path) {
    return ledger.get(path, headers());
  }

  /** Reads a view once it has everything that is written so far. */
  public HttpAnswer getAtHead(String path) {
    return get(path + (path.contains("?") ? "&" : "?") + "min_position=" + ledger.head());
  }

  private Map<String, String> headers() {
    return token == null ? Map.of() : Map.of("Authorization", "Bearer " + token);
  }

  private static String stream(String path) {
    List<String> parts = List.of(path.split("/", -1));
    return parts.size() > 2 ? parts.get(2) : "";
  }
}
