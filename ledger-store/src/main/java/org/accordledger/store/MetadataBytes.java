package org.accordledger.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Correlation strings as bytes: key and value in turn, sorted by key, each UTF-8 after its length
 * in four bytes. Nothing at all is no bytes.
 */
final class MetadataBytes {
  private MetadataBytes() {}

  static byte[] encode(Map<String, String> strings) {
    if (strings.isEmpty()) {
      return new byte[0];
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(160);
    new TreeMap<>(strings)
        .forEach(
            (key, value) -> {
              append(out, key);
              append(out, value);
            });
    return out.toByteArray();
  }

  static Map<String, String> decode(byte[] bytes) {
    if (bytes.length == 0) {
      return Map.of();
    }
    Map<String, String> strings = new LinkedHashMap<>();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    while (in.hasRemaining()) {
      String key = next(in);
      strings.put(key, next(in));
    }
    return strings;
  }

  private static void append(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    out.writeBytes(bytes);
  }

  private static String next(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
