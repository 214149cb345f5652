package org.accordledger.store.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.accordledger.log.note.VerifierKey;
import org.accordledger.store.TestDatabase;
import org.accordledger.store.TestNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Publishing fails at every moment it has, before each write and after it, twice each: what is
 * served is whole and never goes back, and the next one goes on.
 */
class PublishingFaultTest {
  /** In every round a bundle and a tile become full, and the others are partial. */
  private static final int ENTRIES = 256;

  @RegisterExtension final TestDatabase postgres = new TestDatabase();
  @TempDir Path directory;
  private final PGSimpleDataSource database = postgres.source();
  private final List<String> moments = new ArrayList<>();
  private long served;
  private int appended;

  @BeforeEach
  void aLogThatIsPublished() {
    try (TestNode node = TestNode.on(database)) {
      append(node, 10);
      TestPublication.started(database, directory).close();
    }
  }

  @Test
  void aRoundThatFailsIsMadeUpByTheNextOne() {
    FailAt fault = FailAt.throwing();
    try (TestNode node = TestNode.on(database);
        TestPublication publication = new TestPublication(database, directory, fault)) {
      publication.start();
      for (int time = 0; time < 2; time++) {
        int moment = 0;
        while (failed(fault, moment, node, publication)) {
          moment++;
        }
        requireEveryMoment(moment);
        moments.clear();
      }
    }
  }

  private boolean failed(FailAt fault, int moment, TestNode node, TestPublication publication) {
    append(node, ENTRIES);
    fault.arm(moment);
    boolean failed = fails(publication::round);
    fault.disarm();
    requireWhole();
    assertThat(publication.round().size()).isEqualTo(appended);
    requireWhole();
    return failed;
  }

  @Test
  void aRestartMakesUpForWhatFailedAlsoWhenItFailsAtTheSameMomentAgain() {
    try (TestNode node = TestNode.on(database)) {
      int moment = 0;
      append(node, ENTRIES);
      while (startFails(moment)) {
        startFails(moment);
        try (TestPublication publication = new TestPublication(database, directory)) {
          assertThat(publication.start().size()).isEqualTo(appended);
        }
        requireWhole();
        append(node, ENTRIES);
        moment++;
      }
      requireEveryMoment(moment);
    }
  }

  private boolean startFails(int moment) {
    FailAt fault = FailAt.throwing();
    fault.arm(moment);
    try (TestPublication publication = new TestPublication(database, directory, fault)) {
      boolean failed = fails(publication::start);
      requireWhole();
      return failed;
    }
  }

  @Test
  void aFirstStartThatFailsIsMadeUpByTheNextOne() throws SQLException {
    try (TestNode node = TestNode.on(database)) {
      append(node, ENTRIES);
      int moment = 0;
      boolean failed;
      do {
        neverPublished(moment);
        failed = startFails(moment);
        try (TestPublication publication = TestPublication.started(database, directory)) {
          assertThat(publication.round().size()).isEqualTo(appended);
        }
        requireWhole();
        moment++;
      } while (failed);
      requireEveryMoment(moment - 1);
    }
  }

  /** Another directory, and a database in which nothing was ever signed. */
  private void neverPublished(int moment) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter table ledger.signed_checkpoint disable trigger user");
      statement.execute(
          "update ledger.signed_checkpoint"
              + " set size = null, root = null, note = null, signed_at = null");
      statement.execute("alter table ledger.signed_checkpoint enable trigger user");
    }
    directory = directory.resolve("first-" + moment);
    served = 0;
  }

  @Test
  void aProcessThatIsKilledLeavesAWholeLogAndTheNextOneGoesOn() throws Exception {
    try (TestNode node = TestNode.on(database)) {
      int moment = 0;
      append(node, ENTRIES);
      while (isKilled(moment)) {
        requireWhole();
        // and once more while it recovers, if that takes as many writes
        if (isKilled(moment)) {
          requireWhole();
        }
        try (TestPublication next = TestPublication.started(database, directory)) {
          assertThat(next.round().size()).isEqualTo(appended);
        }
        requireWhole();
        append(node, ENTRIES);
        moment++;
      }
      requireEveryMoment(moment);
    }
  }

  /** Whether a process of its own, told to die at this moment, did so or had no such moment. */
  private boolean isKilled(int moment) throws IOException, InterruptedException {
    Process publisher =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                PublisherProcess.class.getName(),
                String.valueOf(database.getPortNumbers()[0]),
                String.valueOf(database.getDatabaseName()),
                directory.toString(),
                String.valueOf(moment))
            .redirectErrorStream(true)
            .start();
    String said =
        new String(publisher.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(publisher.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(publisher.exitValue()).as(said).isIn(0, PublisherProcess.KILLED);
    if (publisher.exitValue() == 0) {
      return false;
    }
    moments.add(said.lines().toList().getLast());
    return true;
  }

  private boolean fails(Runnable publishing) {
    try {
      publishing.run();
      return false;
    } catch (FailAt.Injected e) {
      moments.add(String.valueOf(e.getMessage()));
      return true;
    }
  }

  /** From the files alone: all of it verifies, and it is no less than what was served before. */
  private void requireWhole() {
    PublicFiles files = new PublicFiles(directory.resolve("log"));
    VerifierKey key = files.key();
    long size = files.verify(key);
    assertThat(size).as("served").isGreaterThanOrEqualTo(served);
    served = size;
  }

  private void requireEveryMoment(int count) {
    for (PublishingStep step : PublishingStep.values()) {
      assertThat(moments).anyMatch(moment -> moment.startsWith("before " + step));
      assertThat(moments).anyMatch(moment -> moment.startsWith("after " + step));
    }
    assertThat(count).as(moments.toString()).isGreaterThanOrEqualTo(14);
  }

  private void append(TestNode node, int count) {
    String[] texts =
        IntStream.range(appended, appended + count)
            .mapToObj(i -> "note " + i)
            .toArray(String[]::new);
    node.append("note-1", appended, texts);
    appended += count;
  }
}
