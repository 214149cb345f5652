package org.accordledger.store.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.accordledger.log.note.VerifierKey;
import org.accordledger.log.proof.Receipt;
import org.accordledger.store.FaultyDatabase;
import org.accordledger.store.TestDatabase;
import org.accordledger.store.TestNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The publisher as the application runs it: by itself, beside a store that takes appends. */
class LogPublisherTest {
  private static final Duration PATIENCE = TestNode.PATIENCE;

  @RegisterExtension final TestDatabase postgres = new TestDatabase();
  @TempDir Path directory;
  private final FaultyDatabase database = new FaultyDatabase(postgres.source());

  @Test
  void whatIsAppendedIsPublishedByItselfAndGetsAReceiptThatVerifies() throws Exception {
    try (TestNode node = TestNode.on(database);
        LogPublisher publisher = start(node, directory)) {
      for (int i = 0; i < 30; i++) {
        node.append("note-" + i, 0, "a", "b", "c");
        assertThat(publisher.awaitPublished(3L * i + 2, PATIENCE)).isTrue();
      }
      PublicFiles files = files(directory);
      assertThat(files.verify(files.key())).isEqualTo(90);
      assertThat(publisher.state()).isEqualTo(PublisherState.up(90));
      for (long position = 0; position < 90; position++) {
        byte[] bytes = publisher.receipt(position).orElseThrow().bytes();
        byte[] leaf = files.leaf(position, 90);
        assertThat(Receipt.parse(bytes).verify(leaf, keys(directory).trustedLog()))
            .isEqualTo(publisher.latest().checkpoint());
      }
    }
  }

  @Test
  void thereIsNoReceiptOfWhatIsNotPublished() throws Exception {
    try (TestNode node = TestNode.on(database);
        LogPublisher publisher = start(node, directory)) {
      assertThat(publisher.receipt(0)).isEmpty();
      assertThat(publisher.receipt(-1)).isEmpty();
      assertThat(publisher.awaitPublished(0, Duration.ofMillis(20))).isFalse();
      node.append("note-1", 0, "a");
      assertThat(publisher.awaitPublished(0, PATIENCE)).isTrue();
      assertThat(publisher.receipt(0)).isPresent();
      assertThat(publisher.receipt(1)).isEmpty();
    }
  }

  @Test
  void anOutageOfTheDatabaseIsWaitedOut() throws Exception {
    try (TestNode node = TestNode.on(database);
        LogPublisher publisher = start(node, directory)) {
      node.append("note-1", 0, "a");
      assertThat(publisher.awaitPublished(0, PATIENCE)).isTrue();
      cutOff();
      await().until(() -> publisher.state().condition() == PublisherState.Condition.WAITING);
      assertThat(publisher.state().reason())
          .hasValue("The ledger's database cannot be reached: try again when it is back.");
      assertThat(publisher.receipt(0)).isPresent();
      database.cut(false);
      await().until(() -> node.store().available());
      node.append("note-2", 0, "b");
      assertThat(publisher.awaitPublished(1, PATIENCE)).isTrue();
      assertThat(publisher.state().condition()).isEqualTo(PublisherState.Condition.UP);
    }
  }

  private void cutOff() throws Exception {
    database.cut(true);
    try (var connection = postgres.source().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where datname = current_database() and pid <> pg_backend_pid()");
    }
  }

  @Test
  void aFullDiskIsWaitedOut() throws Exception {
    try (TestNode node = TestNode.on(database);
        LogPublisher publisher = start(node, directory)) {
      Path inTheWay = directory.resolve("log/tile");
      Files.writeString(inTheWay, "not a directory");
      node.append("note-1", 0, "a");
      await().until(() -> publisher.state().condition() == PublisherState.Condition.WAITING);
      assertThat(publisher.state().reason())
          .hasValueSatisfying(r -> assertThat(r).contains("tile"));
      assertThat(publisher.latest().size()).isZero();
      Files.delete(inTheWay);
      assertThat(publisher.awaitPublished(0, PATIENCE)).isTrue();
    }
  }

  @Test
  void aContradictionEndsItAndWhatWasPublishedStays() throws Exception {
    postgres.tampered();
    try (TestNode node = TestNode.on(database);
        LogPublisher publisher = start(node, directory)) {
      node.append("note-1", 0, "a");
      assertThat(publisher.awaitPublished(0, PATIENCE)).isTrue();
      Files.createDirectories(directory.resolve("log/tile/entries/000.p"));
      Files.writeString(directory.resolve("log/tile/entries/000.p/2"), "another bundle");
      node.append("note-1", 1, "b");
      assertThat(publisher.awaitPublished(1, PATIENCE)).isFalse();
      assertThat(publisher.state().condition()).isEqualTo(PublisherState.Condition.STOPPED);
      assertThat(publisher.state().reason())
          .hasValueSatisfying(r -> assertThat(r).contains("tile/entries/000.p/2"));
      assertThat(publisher.receipt(0)).isPresent();
    }
    try (TestNode node = TestNode.on(database)) {
      assertThatExceptionOfType(LogContradiction.class).isThrownBy(() -> start(node, directory));
    }
  }

  @Test
  void keysFromBeforeARotationAreRefused() throws Exception {
    try (TestNode node = TestNode.on(database)) {
      start(node, directory).close();
      Path keys = directory.resolve("keys");
      Map<Path, byte[]> before = contents(keys);
      try (LogPublisher publisher = start(node, directory)) {
        publisher.rotateKey();
        await().until(() -> publisher.latest().note().signatures().size() == 2);
      }
      for (Path file : contents(keys).keySet()) {
        Files.delete(file);
      }
      for (Map.Entry<Path, byte[]> file : before.entrySet()) {
        Files.write(file.getKey(), file.getValue());
      }
      Path current = directory.resolve("log/ledger.example_test.vkey");
      String served = Files.readString(current);
      assertThatExceptionOfType(LogContradiction.class)
          .isThrownBy(() -> start(node, directory).close())
          .withMessageContaining("has signed it and is not here");
      assertThat(current).hasContent(served);
    }
  }

  @Test
  void aKeyIsRotatedOnlyFromWhatIsPublished() throws Exception {
    try (TestNode node = TestNode.on(database);
        LogPublisher publisher = start(node, directory)) {
      Files.writeString(directory.resolve("log/checkpoint"), "ledger.example/test\n0\n");
      assertThatExceptionOfType(SigningKeysProblem.class).isThrownBy(publisher::rotateKey);
    }
  }

  @Test
  void aCheckpointThatIsChangedWhileItRunsEndsItAndIsNamed() throws Exception {
    try (TestNode node = TestNode.on(database);
        LogPublisher publisher = start(node, directory)) {
      Files.writeString(directory.resolve("log/checkpoint"), "rubbish");
      await().until(() -> publisher.state().condition() == PublisherState.Condition.STOPPED);
      assertThat(publisher.state().reason())
          .hasValueSatisfying(reason -> assertThat(reason).contains("is not a checkpoint"));
    }
  }

  @Test
  void aCheckpointThatIsTakenAwayWhileItRunsIsServedAgain() throws Exception {
    try (TestNode node = TestNode.on(database);
        LogPublisher publisher = start(node, directory)) {
      Path checkpoint = directory.resolve("log/checkpoint");
      Files.delete(checkpoint);
      await().until(() -> Files.exists(checkpoint));
      assertThat(Files.readAllBytes(checkpoint)).isEqualTo(publisher.latest().note().bytes());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31})
  void aReceiptThatTheFilesDoNotProveIsNotGivenAndIsSeen(int left) throws Exception {
    try (TestNode node = TestNode.on(database);
        LogPublisher publisher = start(node, directory)) {
      node.append("note-1", 0, "a", "b", "c");
      assertThat(publisher.awaitPublished(2, PATIENCE)).isTrue();
      Path tile = directory.resolve("log/tile/0/000.p/3");
      byte[] bytes = Files.readAllBytes(tile);
      bytes[70] ^= 1;
      Files.write(tile, Arrays.copyOf(bytes, bytes.length - left));

      assertThatExceptionOfType(LogContradiction.class)
          .isThrownBy(() -> publisher.receipt(1))
          .satisfies(e -> assertThat(e.position()).hasValue(1));
      assertThat(publisher.state().condition()).isEqualTo(PublisherState.Condition.STOPPED);
    }
  }

  @Test
  void aReceiptWhoseTileIsGoneIsNotGivenAndIsSeen() throws Exception {
    try (TestNode node = TestNode.on(database);
        LogPublisher publisher = start(node, directory)) {
      node.append("note-1", 0, "a", "b", "c");
      assertThat(publisher.awaitPublished(2, PATIENCE)).isTrue();
      Files.delete(directory.resolve("log/tile/0/000.p/3"));
      assertThatExceptionOfType(LogContradiction.class).isThrownBy(() -> publisher.receipt(1));
      assertThat(publisher.state().condition()).isEqualTo(PublisherState.Condition.STOPPED);
    }
  }

  private static Map<Path, byte[]> contents(Path directory) throws IOException {
    Map<Path, byte[]> contents = new HashMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        contents.put(file, Files.readAllBytes(file));
      }
    }
    return contents;
  }

  @Test
  void aKeyIsRotatedAndRetiredWhileItRuns() throws Exception {
    try (TestNode node = TestNode.on(database)) {
      VerifierKey next;
      try (LogPublisher publisher = start(node, directory)) {
        VerifierKey first = files(directory).key();
        next = publisher.rotateKey();
        await().until(() -> publisher.latest().note().signatures().size() == 2);
        PublicFiles files = files(directory);
        assertThat(files.key()).isEqualTo(next);
        assertThat(files.verify(first)).isEqualTo(files.verify(next));
        publisher.retireKey("%08x".formatted(first.id()));
        node.append("note-1", 0, "a");
        assertThat(publisher.awaitPublished(0, PATIENCE)).isTrue();
        assertThat(publisher.latest().note().signatures()).hasSize(1);
        assertThat(files.verify(next)).isEqualTo(1);
      }
      try (LogPublisher publisher = start(node, directory)) {
        assertThat(publisher.latest().size()).isEqualTo(1);
      }
    }
  }

  @Test
  void aKeyIsNotRotatedInTheMiddleOfAPublication() throws Exception {
    try (TestNode node = TestNode.on(database);
        LogPublisher publisher = start(node, directory);
        Connection holder = postgres.source().getConnection();
        Connection watcher = postgres.source().getConnection()) {
      holder.setAutoCommit(false);
      holder.createStatement().execute("select 1 from ledger.signed_checkpoint for update");
      node.append("note-1", 0, "a", "b", "c");
      await().until(() -> anybodyWaits(watcher));
      FutureTask<VerifierKey> rotation = new FutureTask<>(publisher::rotateKey);
      Thread rotating = Thread.ofPlatform().start(rotation);
      await().until(() -> rotating.getState() == Thread.State.WAITING);
      assertThat(rotation).isNotDone();
      holder.commit();
      rotation.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertThat(keys(directory).inventory().getLast().from()).isEqualTo(3);
    }
  }

  /** Whether anybody in this database waits for a lock. */
  private static boolean anybodyWaits(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select exists (select from pg_stat_activity where wait_event_type = 'Lock'"
                    + " and datname = current_database())")) {
      return row.next() && row.getBoolean(1);
    }
  }

  @Test
  void twoPublishersOfOneDatabaseServeOneLog() throws Exception {
    Path other = directory.resolve("other");
    try (TestNode one = TestNode.on(database);
        TestNode two = TestNode.on(database)) {
      start(one, directory).close();
      copyKeys(directory.resolve("keys"), other.resolve("keys"));
      List<Path> directories = List.of(directory, other);
      List<TestNode> nodes = List.of(one, two);
      List<LogPublisher> publishers = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        publishers.add(start(nodes.get(i), directories.get(i)));
      }
      for (int i = 0; i < 60; i++) {
        nodes.get(i % 2).append("note-" + i, 0, "a", "b", "c", "d", "e");
      }
      for (LogPublisher publisher : publishers) {
        assertThat(publisher.awaitPublished(299, PATIENCE)).isTrue();
        publisher.close();
        assertThat(publisher.state().reason()).isEmpty();
      }
      VerifierKey key = files(directory).key();
      assertThat(files(directory).verify(key)).isEqualTo(files(other).verify(key)).isEqualTo(300);
    }
  }

  static void copyKeys(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var keys = Files.list(from)) {
      for (Path file : keys.toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
  }

  private static PublicFiles files(Path directory) {
    return new PublicFiles(directory.resolve("log"));
  }

  private static SigningKeys keys(Path directory) {
    LogDirectory log = LogDirectory.open(directory.resolve("log"));
    return SigningKeys.open(directory.resolve("keys"), log, TestNode.ORIGIN);
  }

  @Test
  void whatIsStoredBeforeItEndsIsPublishedFirst() throws Exception {
    try (TestNode node = TestNode.on(database)) {
      int appended = 0;
      try (LogPublisher publisher = start(node, directory, Duration.ofMinutes(1))) {
        // the round it begins with may still take the first one
        do {
          node.append("note-" + appended, 0, "a");
          appended++;
        } while (publisher.awaitPublished(appended - 1, Duration.ofMillis(100)));
      }
      PublicFiles files = files(directory);
      assertThat(files.verify(files.key())).isEqualTo(appended);
    }
  }

  private static LogPublisher start(TestNode node, Path directory) {
    return start(node, directory, Duration.ofMillis(5));
  }

  private static LogPublisher start(TestNode node, Path directory, Duration interval) {
    LogDirectory log = LogDirectory.open(directory.resolve("log"));
    SigningKeys keys = SigningKeys.open(directory.resolve("keys"), log, TestNode.ORIGIN);
    LogPublisherConfig config =
        new LogPublisherConfig(interval, Duration.ofMinutes(10), WitnessConfig.none());
    return LogPublisher.start(node.store(), log, keys, config);
  }
}
