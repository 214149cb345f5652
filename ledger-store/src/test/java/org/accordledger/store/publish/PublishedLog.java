package org.accordledger.store.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.tile.TreeHasher;
import org.accordledger.store.LogConnection;
import org.accordledger.store.TestConnections;
import org.accordledger.store.TestDatabase;
import org.accordledger.store.TestNode;

/** A log of 600 entries that is published, for tests that change it behind the publisher's back. */
final class PublishedLog {
  static final int SIZE = 600;

  private final DataSource database;
  private final Path directory;

  PublishedLog(TestDatabase postgres, Path directory) {
    this.database = postgres.source();
    this.directory = directory;
    try (TestNode node = TestNode.on(database)) {
      String[] texts = IntStream.range(0, SIZE).mapToObj(i -> "note " + i).toArray(String[]::new);
      node.append("note-1", 0, Arrays.copyOf(texts, 300));
      TestPublication.started(database, directory).close();
      node.append("note-1", 300, Arrays.copyOfRange(texts, 300, SIZE));
      TestPublication.started(database, directory).close();
    }
    postgres.tampered();
  }

  DataSource database() {
    return database;
  }

  LogContradiction refusal() {
    byte[] checkpoint = checkpoint();
    try (TestPublication publication = new TestPublication(database, directory)) {
      LogContradiction refusal = catchThrowableOfType(LogContradiction.class, publication::start);
      assertThat(refusal).isNotNull();
      assertThat(checkpoint()).as("nothing is signed").isEqualTo(checkpoint);
      return refusal;
    }
  }

  private byte[] checkpoint() {
    return new PublicFiles(directory.resolve("log")).read("checkpoint");
  }

  OptionalLong refusedAt() {
    return refusal().position();
  }

  /** As after restoring a backup from when the log had so many entries. */
  void backTo(int size) {
    try (LogConnection connection = TestConnections.to(database);
        TestPublication publication = new TestPublication(database, directory)) {
      GrowingTree tree = GrowingTree.empty();
      StoredLeaves.read(connection, tree, size, TreeFiles.NONE);
      SignedNote note = publication.keys().sign(Checkpoint.of(TestNode.ORIGIN, size, tree.root()));
      asSuperuser("delete from ledger.event where position >= " + size);
      asSuperuser(
          "update ledger.log_head set size = %d, edge = decode('%s', 'hex')"
              .formatted(size, hex(edge(size))));
      asSuperuser(
          "update ledger.signed_checkpoint set size = %d, root = decode('%s', 'hex'), note = decode('%s', 'hex')"
              .formatted(size, hex(tree.root()), hex(note.bytes())));
    }
  }

  private byte[] edge(int size) {
    return TreeHasher.resume(size, LogDirectory.open(directory.resolve("log"))).edge().bytes();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** A superuser who takes the triggers away first. */
  void asSuperuser(String change) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : List.of("event", "log_head", "signed_checkpoint")) {
        statement.execute("alter table ledger." + table + " disable trigger user");
      }
      statement.execute(change);
      for (String table : List.of("event", "log_head", "signed_checkpoint")) {
        statement.execute("alter table ledger." + table + " enable trigger user");
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  static void deleteAll(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
