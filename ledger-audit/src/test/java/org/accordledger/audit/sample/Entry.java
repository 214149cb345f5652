package org.accordledger.audit.sample;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.accordledger.log.Leaf;
import org.accordledger.log.LogHash;

/** An event as it is logged, with what is kept beside the log. */
public record Entry(Leaf leaf, byte[] payload, byte[] salt) {
  /** The line of the payload download. */
  public String line(long position) {
    return "{\"payload\":%s,\"position\":%d,\"salt\":\"%s\"}"
        .formatted(
            quoted(new String(payload, StandardCharsets.UTF_8)),
            position,
            Base64.getUrlEncoder().withoutPadding().encodeToString(salt));
  }

  /** The line for a reader who may not see it. */
  public static String withheld(long position) {
    return "{\"position\":%d,\"withheld\":true}".formatted(position);
  }

  /** The same entry at another time. */
  public Entry at(Instant time) {
    return new Entry(
        new Leaf(
            leaf.origin(),
            leaf.id(),
            leaf.type(),
            leaf.streamId(),
            leaf.streamVersion(),
            time,
            leaf.commitment()),
        payload,
        salt);
  }

  /** The same event with another payload, honestly committed to. */
  public Entry saying(byte[] other) {
    return new Entry(
        new Leaf(
            leaf.origin(),
            leaf.id(),
            leaf.type(),
            leaf.streamId(),
            leaf.streamVersion(),
            leaf.recordedAt(),
            LogHash.commitment(salt, other)),
        other,
        salt);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
