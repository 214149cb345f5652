package org.accordledger.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An address on this server: a path and query parameters, written with every value encoded. */
final class Address {
  private final String path;
  private final Map<String, String> query;
  private final String anchor;

  private Address(String path, Map<String, String> query, String anchor) {
    this.path = path;
    this.query = query;
    this.anchor = anchor;
  }

  /** A path from its segments. */
  static Address of(Object... segments) {
    StringBuilder path = new StringBuilder();
    for (Object segment : segments) {
      path.append('/').append(encode(segment.toString()));
    }
    return new Address(path.isEmpty() ? "/" : path.toString(), Map.of(), "");
  }

  /** The same address with a parameter set; null or empty takes it away. */
  Address with(String name, @Nullable Object value) {
    Map<String, String> more = new LinkedHashMap<>(query);
    if (value == null || value.toString().isEmpty()) {
      more.remove(name);
    } else {
      more.put(name, value.toString());
    }
    return new Address(path, more, anchor);
  }

  /** Another path with the same parameters. */
  Address to(Object... segments) {
    return new Address(of(segments).path, query, "");
  }

  /** The same address with this parameter alone. */
  Address only(String name) {
    return new Address(path, Map.of(), anchor).with(name, query.get(name));
  }

  /** The path alone. */
  String path() {
    return path;
  }

  /** The value of a parameter; empty if it is not set. */
  String value(String name) {
    return query.getOrDefault(name, "");
  }

  Address at(String place) {
    return new Address(path, query, "#" + encode(place));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(path);
    char before = '?';
    for (Map.Entry<String, String> parameter : query.entrySet()) {
      text.append(before)
          .append(parameter.getKey())
          .append('=')
          .append(encode(parameter.getValue()));
      before = '&';
    }
    return text.append(anchor).toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
