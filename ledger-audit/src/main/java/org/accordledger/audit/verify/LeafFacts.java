package org.accordledger.audit.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.accordledger.log.Leaf;

/**
 * What the entries of one bundle say that only makes sense beside the entries before them. Streams
 * are known by 16 bytes of the SHA-256 of their id, so that a log of many streams fits into memory
 * and nobody can make two streams look like one.
 */
final class LeafFacts {
  private static final int KEY_LONGS = 2;

  private final long[] micros;
  private final long[] streams;
  private final long[] versions;
  private final long[] ids;
  private final MessageDigest sha256;
  private int count;

  LeafFacts(int width) {
    micros = new long[width];
    streams = new long[KEY_LONGS * width];
    versions = new long[width];
    ids = new long[KEY_LONGS * width];
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  void add(Leaf leaf) {
    Instant at = leaf.recordedAt();
    micros[count] =
        Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
    ByteBuffer key =
        ByteBuffer.wrap(sha256.digest(leaf.streamId().getBytes(StandardCharsets.UTF_8)));
    streams[KEY_LONGS * count] = key.getLong();
    streams[KEY_LONGS * count + 1] = key.getLong();
    versions[count] = leaf.streamVersion();
    ids[KEY_LONGS * count] = leaf.id().getMostSignificantBits();
    ids[KEY_LONGS * count + 1] = leaf.id().getLeastSignificantBits();
    count++;
  }

  int count() {
    return count;
  }

  /** Recorded time in microseconds since 1970. */
  long micros(int index) {
    return micros[index];
  }

  long version(int index) {
    return versions[index];
  }

  long streamHigh(int index) {
    return streams[KEY_LONGS * index];
  }

  long streamLow(int index) {
    return streams[KEY_LONGS * index + 1];
  }

  long idHigh(int index) {
    return ids[KEY_LONGS * index];
  }

  long idLow(int index) {
    return ids[KEY_LONGS * index + 1];
  }
}
