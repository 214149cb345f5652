package org.accordledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 in the middle of the load: what was acknowledged is there, once; what was refused is not.
 */
class KillTest {
  @TempDir Path directory;
  @TempDir Path notes;

  @Test
  void whatAKilledProcessAcknowledgedIsThereOnceAndInItsPlace() throws Exception {
    try (KillablePostgres postgres = new KillablePostgres(directory)) {
      List<String> acknowledged = acknowledgedByAProcessThatIsKilled(postgres.port(), 400);
      List<String> stored = WholeLog.check(postgres.database());
      assertThat(stored).doesNotHaveDuplicates();
      for (String line : acknowledged) {
        String[] positionAndText = line.split(" ", 2);
        assertThat(stored.get(Integer.parseInt(positionAndText[0]))).isEqualTo(positionAndText[1]);
      }
      try (TestNode next = TestNode.on(postgres.database())) {
        next.append("note-next", 0, "life goes on");
      }
      assertThat(WholeLog.check(postgres.database())).endsWith("life goes on");
    }
  }

  private List<String> acknowledgedByAProcessThatIsKilled(int port, int enough)
      throws IOException, InterruptedException {
    String java = ProcessHandle.current().info().command().orElseThrow();
    Process writer =
        new ProcessBuilder(
                java,
                "-Xmx256m",
                "-Daxoniq.update-checker.disabled=true",
                "-cp",
                System.getProperty("java.class.path"),
                WriterProcess.class.getName(),
                String.valueOf(port))
            .redirectError(notes.resolve("writer").toFile())
            .start();
    List<String> acknowledged = new ArrayList<>();
    try (BufferedReader lines = writer.inputReader()) {
      String line = lines.readLine();
      while (line != null) {
        if (line.startsWith("ack ") && line.endsWith(" end")) {
          acknowledged.add(line.substring("ack ".length(), line.length() - " end".length()));
        }
        if (acknowledged.size() == enough) {
          // by its handle: unlike the process's own method it leaves what was printed readable
          writer.toHandle().destroyForcibly();
        }
        line = lines.readLine();
      }
    } finally {
      writer.destroyForcibly();
    }
    assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(acknowledged)
        .as(Files.readString(notes.resolve("writer")))
        .hasSizeGreaterThanOrEqualTo(enough);
    return acknowledged;
  }

  @Test
  void whatWasAcknowledgedBeforePostgresWasKilledIsThereOnceAndTheStoreRecoversByItself()
      throws Exception {
    try (KillablePostgres postgres = new KillablePostgres(directory)) {
      try (TestNode node = TestNode.on(postgres.database(), config(), InstantSource.system())) {
        Load load = new Load(node, 8);
        await().until(() -> load.hasAcknowledged(300));
        for (int time = 1; time <= 2; time++) {
          postgres.kill();
          await().until(() -> !node.store().available());
          load.requireRefused(node, "while-it-is-down-" + time);
          postgres.startAgain();
          await().until(() -> node.store().available());
          int before = load.acknowledged.size();
          await().atMost(Duration.ofMinutes(1)).until(() -> load.hasAcknowledged(before + 200));
        }
        load.stop();
        load.requireNoFailure();
        List<String> stored = WholeLog.check(postgres.database());
        assertThat(stored).doesNotHaveDuplicates().containsAll(load.acknowledged);
        assertThat(load.refused).doesNotContainAnyElementsOf(stored);
      }
    }
  }

  private static LedgerStoreConfig config() {
    return new LedgerStoreConfig(
        TestNode.ORIGIN,
        100,
        Duration.ofMillis(1),
        1_000,
        100,
        4,
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(3));
  }

  /** Writers who each go on with their own stream, and note what they were told. */
  private static final class Load {
    final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<Thread> writers = new ArrayList<>();

    Load(TestNode node, int count) {
      for (int w = 0; w < count; w++) {
        String stream = "note-" + w;
        writers.add(
            Thread.ofVirtual()
                .uncaughtExceptionHandler((writer, failure) -> failures.add(failure))
                .start(() -> write(node, stream)));
      }
    }

    private void write(TestNode node, String stream) {
      long version = 0;
      for (int i = 0; !stopped.get(); i++) {
        String text = stream + "/" + i;
        try {
          node.append(stream, version, text);
          acknowledged.add(text);
          version++;
        } catch (OutcomeUnknown e) {
          throw new AssertionError("the database was back in time to be asked", e);
        } catch (StoreUnavailable e) {
          refused.add(text);
          // refusing is quick: who asked again at once would take the processor from the recovery,
          // and note millions of refusals
          await().until(() -> stopped.get() || node.store().available());
        }
      }
    }

    /** How many writers are refused is chance; whoever comes while it is down surely is. */
    void requireRefused(TestNode node, String stream) {
      assertThatThrownBy(() -> node.append(stream, 0, stream)).isInstanceOf(StoreUnavailable.class);
      refused.add(stream);
    }

    boolean hasAcknowledged(int enough) {
      requireNoFailure();
      return acknowledged.size() > enough;
    }

    /** What a writer throws ends in its own thread, and has to be told here. */
    void requireNoFailure() {
      assertThat(failures).isEmpty();
    }

    void stop() throws InterruptedException {
      stopped.set(true);
      for (Thread writer : writers) {
        writer.join();
      }
    }
  }
}
