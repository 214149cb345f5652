package org.accordledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;

/**
 * SHA-256 of the bytes an auditor hashes, in one go on one core, with all of them in memory: the
 * entries, and 65 bytes for each node above them.
 */
final class HashReference {
  private static final int NODE = 65;
  private static final int FULL = 256;

  private final Path audit;
  private final long entries;

  /**
   * @param audit a directory the auditor has fetched
   * @param entries of its log
   */
  HashReference(Path audit, long entries) {
    this.audit = audit;
    this.entries = entries;
  }

  /** Entries a second, of the bytes that make the root. */
  double hashing() throws IOException {
    return entries / (seconds("log/tile/entries") + nodes());
  }

  /** Entries a second, of those and the payloads as they lie there. */
  double reading() throws IOException {
    return entries / (seconds("log/tile/entries") + nodes() + seconds("payloads"));
  }

  private double seconds(String directory) throws IOException {
    MessageDigest digest = digest();
    long nanos = 0;
    for (Path file : files(audit.resolve(directory))) {
      byte[] bytes = Files.readAllBytes(file);
      long started = System.nanoTime();
      digest.update(bytes);
      nanos += System.nanoTime() - started;
    }
    return (nanos + last(digest)) / 1e9;
  }

  private double nodes() {
    MessageDigest digest = digest();
    byte[] some = new byte[NODE * FULL];
    long started = System.nanoTime();
    for (long done = 0; done < entries; done += FULL) {
      digest.update(some);
    }
    return (System.nanoTime() - started + last(digest)) / 1e9;
  }

  private static long last(MessageDigest digest) {
    long started = System.nanoTime();
    if (digest.digest().length == 0) {
      throw new IllegalStateException("no digest");
    }
    return System.nanoTime() - started;
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
