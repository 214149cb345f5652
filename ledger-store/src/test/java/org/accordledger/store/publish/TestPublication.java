package org.accordledger.store.publish;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.accordledger.log.note.VerifierKey;
import org.accordledger.store.LogConnection;
import org.accordledger.store.TestConnections;
import org.accordledger.store.TestNode;

/**
 * One life of a publisher on a data directory, driven by hand: {@code start} is its start, and
 * forgetting it without a word is its end.
 */
final class TestPublication implements AutoCloseable {
  private final LogConnection database;
  private final Path directory;
  private final LogDirectory log;
  private final SigningKeys keys;
  private final Publication publication;

  TestPublication(DataSource source, Path directory, PublishingListener listener) {
    this(source, directory, Duration.ofMinutes(10), listener);
  }

  TestPublication(
      DataSource source, Path directory, Duration partialGrace, PublishingListener listener) {
    this.directory = directory;
    this.database = TestConnections.to(source);
    this.log = LogDirectory.open(directory.resolve("log"));
    this.keys = SigningKeys.open(directory.resolve("keys"), log, TestNode.ORIGIN);
    this.publication =
        new Publication(
            database,
            log,
            keys,
            TestNode.ORIGIN,
            InstantSource.system(),
            partialGrace,
            Witnesses.none(log),
            listener);
  }

  TestPublication(DataSource source, Path directory) {
    this(source, directory, PublishingListener.NONE);
  }

  /** A publisher that is started. */
  static TestPublication started(DataSource source, Path directory) {
    TestPublication publication = new TestPublication(source, directory);
    publication.start();
    return publication;
  }

  SignedCheckpoint start() {
    return publication.start();
  }

  SignedCheckpoint round() {
    return publication.round();
  }

  boolean behind() {
    return publication.behind();
  }

  SigningKeys keys() {
    return keys;
  }

  LogDirectory log() {
    return log;
  }

  /** Verifies from the files alone, and returns how many entries they have. */
  long verifyFiles(VerifierKey key) {
    return files().verify(key);
  }

  PublicFiles files() {
    return new PublicFiles(directory.resolve("log"));
  }

  @Override
  public void close() {
    database.close();
  }
}
