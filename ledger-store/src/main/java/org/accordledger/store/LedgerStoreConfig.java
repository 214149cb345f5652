package org.accordledger.store;

import java.time.Duration;

/**
 * Settings of the store. All are trusted: they come from the operator, never from a request. A
 * value out of its bounds stops the start.
 *
 * @param origin name of the log, as in its checkpoints: host and path without scheme, for example
 *     {@code ledger.example/main}. No default. A database keeps the origin it was first opened
 *     with.
 * @param maxBatch most events in one commit, 1 to 100,000. Default 2,000. Too small costs
 *     throughput, too large makes everybody wait for the largest batch.
 * @param linger how long a batch waits for company, 0 to 50 ms. Default 1 ms. Only a batch that
 *     follows one of several appends waits; an append alone never does.
 * @param queueBound most appends waiting, 1 to 1,000,000. Default 20,000. More are refused at once.
 * @param readBatch events a tracking reader fetches at a time, 1 to 100,000. Default 1,000.
 * @param readConnections connections for reading, 1 to 100. Default 8. The committer and the
 *     listener have one more each.
 * @param connectTimeout longest wait for a connection, 1 s to 60 s. Default 5 s.
 * @param statementTimeout longest wait for a statement, a lock or a commit, 1 s to 300 s. Default
 *     10 s. Too short refuses large batches on slow disks.
 * @param outcomeTimeout how long an append waits, after the connection broke during its commit, for
 *     the database to come back and say whether it is stored, 0 to 300 s. Default 20 s.
 */
public record LedgerStoreConfig(
    String origin,
    int maxBatch,
    Duration linger,
    int queueBound,
    int readBatch,
    int readConnections,
    Duration connectTimeout,
    Duration statementTimeout,
    Duration outcomeTimeout) {

  public LedgerStoreConfig {
    if (!origin.matches("[!-*,-~]{1,255}")) {
      throw new IllegalArgumentException(
          "origin: 1 to 255 printable ASCII characters without space and plus, not '%s'"
              .formatted(origin));
    }
    requireBetween("maxBatch", maxBatch, 1, 100_000);
    requireBetween("linger", linger, Duration.ZERO, Duration.ofMillis(50));
    requireBetween("queueBound", queueBound, 1, 1_000_000);
    requireBetween("readBatch", readBatch, 1, 100_000);
    requireBetween("readConnections", readConnections, 1, 100);
    requireBetween("connectTimeout", connectTimeout, Duration.ofSeconds(1), Duration.ofMinutes(1));
    requireBetween(
        "statementTimeout", statementTimeout, Duration.ofSeconds(1), Duration.ofMinutes(5));
    requireBetween("outcomeTimeout", outcomeTimeout, Duration.ZERO, Duration.ofMinutes(5));
  }

  /** The defaults, for a log of this name. */
  public static LedgerStoreConfig of(String origin) {
    return new LedgerStoreConfig(
        origin,
        2_000,
        Duration.ofMillis(1),
        20_000,
        1_000,
        8,
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(20));
  }

  private static void requireBetween(String setting, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s: %d to %d, not %d".formatted(setting, least, most, value));
    }
  }

  private static void requireBetween(
      String setting, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "%s: %s to %s, not %s".formatted(setting, least, most, value));
    }
  }
}
