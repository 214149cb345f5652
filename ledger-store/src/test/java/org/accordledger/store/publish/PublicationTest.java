package org.accordledger.store.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.VerifierKey;
import org.accordledger.store.LogConnection;
import org.accordledger.store.LogState;
import org.accordledger.store.ManyNotes;
import org.accordledger.store.TestConnections;
import org.accordledger.store.TestDatabase;
import org.accordledger.store.TestNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Files and checkpoints as the log grows and its publisher comes and goes. */
class PublicationTest {
  @RegisterExtension final TestDatabase postgres = new TestDatabase();
  @TempDir Path directory;
  private final DataSource database = postgres.source();

  @Test
  void aLogWithoutEntriesIsPublishedAsWhatItIs() {
    TestNode.on(database).close();
    try (TestPublication publication = new TestPublication(database, directory)) {
      assertThat(publication.start().size()).isZero();
      assertThat(publication.files().checkpoint(publication.files().key())).isPresent();
    }
  }

  @Test
  void everySizeIsPublishedWithItsFilesAndNothingChangesThatWasServed() {
    try (TestNode node = TestNode.on(database);
        TestPublication publication = new TestPublication(database, directory)) {
      publication.start();
      VerifierKey key = publication.files().key();
      for (int size = 1; size <= 20; size++) {
        append(node, 1);
        assertThat(publication.round().size()).isEqualTo(size);
        assertThat(publication.verifyFiles(key)).isEqualTo(size);
      }
      byte[] before = publication.files().read("tile/entries/000.p/7");
      append(node, 400);
      assertThat(publication.round().size()).isEqualTo(420);
      assertThat(publication.verifyFiles(key)).isEqualTo(420);
      assertThat(publication.files().read("tile/entries/000.p/7")).isEqualTo(before);
    }
  }

  @Test
  void aRoundWithoutNewsSignsNothing() {
    try (TestNode node = TestNode.on(database);
        TestPublication publication = TestPublication.started(database, directory)) {
      append(node, 3);
      SignedCheckpoint first = publication.round();
      assertThat(publication.round()).isSameAs(first);
    }
  }

  @Test
  void aPublisherGoesOnAtEverySizeWhereverAnotherOneEnded() {
    long seed = System.nanoTime();
    System.out.println("PublicationTest seed " + seed);
    Random random = new Random(seed);
    long size = 0;
    try (TestNode node = TestNode.on(database)) {
      TestPublication.started(database, directory).close();
      VerifierKey key = new PublicFiles(directory.resolve("log")).key();
      for (int life = 0; life < 25; life++) {
        try (TestPublication publication = new TestPublication(database, directory)) {
          assertThat(publication.start().size()).isEqualTo(size);
          assertThat(publication.verifyFiles(key)).isEqualTo(size);
          int more = random.nextInt(life % 5 == 4 ? 300 : 40);
          append(node, more);
          size += more;
          assertThat(publication.round().size()).isEqualTo(size);
          more = random.nextInt(10);
          append(node, more);
          size += more;
        }
      }
    }
  }

  @Test
  void aKeyRotatedWhileNobodyPublishedSignsAtTheNextStartBesideTheFormerOne() {
    try (TestNode node = TestNode.on(database)) {
      append(node, 5);
      TestPublication.started(database, directory).close();
      VerifierKey first = new PublicFiles(directory.resolve("log")).key();
      VerifierKey next;
      try (TestPublication idle = new TestPublication(database, directory)) {
        next = idle.keys().rotate();
      }
      try (TestPublication publication = new TestPublication(database, directory)) {
        assertThat(publication.start().note().signatures()).hasSize(2);
        assertThat(publication.verifyFiles(first)).isEqualTo(publication.verifyFiles(next));
        assertThat(publication.round()).isSameAs(publication.round());
      }
    }
  }

  @Test
  void aLargeLogThatWasNeverPublishedIsPublishedAtOnceAndThenGoesOn() {
    try (TestNode node = TestNode.on(database)) {
      ManyNotes.store(database, 66_000);
      try (TestPublication publication = new TestPublication(database, directory)) {
        assertThat(publication.start().size()).isEqualTo(66_000);
        VerifierKey key = publication.files().key();
        assertThat(publication.verifyFiles(key)).isEqualTo(66_000);
        append(node, 1);
        publication.round();
        assertThat(publication.verifyFiles(key)).isEqualTo(66_001);
      }
      try (TestPublication again = new TestPublication(database, directory)) {
        assertThat(again.start().size()).isEqualTo(66_001);
      }
    }
  }

  @Test
  void filesThatAreLostAreWrittenAgainAndTheCheckpointIsTheSame() throws Exception {
    try (TestNode node = TestNode.on(database)) {
      append(node, 300);
      byte[] checkpoint;
      try (TestPublication publication = TestPublication.started(database, directory)) {
        checkpoint = publication.log().checkpoint().orElseThrow();
      }
      for (String lost :
          new String[] {
            "checkpoint",
            "tile/0/000",
            "tile/entries/000",
            "tile/entries/001.p/44",
            "tile/1/000.p/1"
          }) {
        Files.delete(directory.resolve("log").resolve(lost));
      }
      try (TestPublication publication = TestPublication.started(database, directory)) {
        assertThat(publication.verifyFiles(publication.files().key())).isEqualTo(300);
        assertThat(publication.log().checkpoint()).hasValue(checkpoint);
      }
    }
  }

  @Test
  void partialFilesGoSomeTimeAfterTheFullOneIsServed() {
    try (TestNode node = TestNode.on(database);
        TestPublication publication =
            new TestPublication(database, directory, Duration.ZERO, PublishingListener.NONE)) {
      append(node, 100);
      publication.start();
      assertThat(publication.log().served("tile/0/000.p/100")).isPresent();
      append(node, 155);
      publication.round();
      assertThat(publication.log().served("tile/0/000.p/100")).isPresent();
      append(node, 1);
      publication.round();
      assertThat(publication.log().served("tile/0/000")).isPresent();
      assertThat(publication.log().served("tile/0/000.p/100")).isEmpty();
      assertThat(publication.log().served("tile/entries/000.p/100")).isEmpty();
      assertThat(publication.log().served("tile/1/000.p/1")).isPresent();
    }
  }

  @Test
  void partialFilesStayAsLongAsReadersMayAskForThemAndGoAfterARestart() {
    try (TestNode node = TestNode.on(database)) {
      append(node, 100);
      try (TestPublication publication = TestPublication.started(database, directory)) {
        append(node, 200);
        publication.round();
        assertThat(publication.log().served("tile/0/000.p/100")).isPresent();
      }
      try (TestPublication publication =
          new TestPublication(database, directory, Duration.ZERO, PublishingListener.NONE)) {
        publication.start();
        append(node, 1);
        publication.round();
        assertThat(publication.log().served("tile/0/000.p/100")).isEmpty();
        assertThat(publication.verifyFiles(publication.files().key())).isEqualTo(301);
      }
    }
  }

  @Test
  void twoPublishersOfOneDatabaseServeCheckpointsThatContinueEachOther() throws Exception {
    Path other = directory.resolve("other");
    try (TestNode node = TestNode.on(database)) {
      TestPublication.started(database, directory).close();
      copyKeys(other);
      VerifierKey key = new PublicFiles(directory.resolve("log")).key();
      try (TestPublication one = TestPublication.started(database, directory);
          TestPublication two = TestPublication.started(database, other)) {
        for (int i = 0; i < 12; i++) {
          append(node, 30);
          SignedCheckpoint first = (i % 2 == 0 ? one : two).round();
          SignedCheckpoint second = (i % 2 == 0 ? two : one).round();
          assertThat(second.note().bytes()).isEqualTo(first.note().bytes());
          assertThat(one.verifyFiles(key)).isEqualTo(two.verifyFiles(key)).isEqualTo(first.size());
        }
      }
    }
  }

  @Test
  void whoeverLosesTheRaceServesTheWinnersCheckpointAndLaterGoesOn() throws Exception {
    Path other = directory.resolve("other");
    BeforeStep race = new BeforeStep(PublishingStep.ROW);
    try (TestNode node = TestNode.on(database);
        TestPublication winner = TestPublication.started(database, directory)) {
      copyKeys(other);
      VerifierKey key = winner.files().key();
      try (TestPublication loser = new TestPublication(database, other, race)) {
        loser.start();
        append(node, 260);
        race.next(winner::round);
        SignedCheckpoint lost = loser.round();
        assertThat(lost.note().bytes()).isEqualTo(winner.round().note().bytes());
        assertThat(loser.verifyFiles(key)).isEqualTo(260);
        append(node, 1);
        assertThat(loser.round().size()).isEqualTo(261);
        assertThat(winner.round().size()).isEqualTo(261);
        assertThat(winner.verifyFiles(key)).isEqualTo(loser.verifyFiles(key)).isEqualTo(261);
      }
    }
  }

  @Test
  void whoeverIsAheadOfTheWinnerServesTheSmallerCheckpointFirst() throws Exception {
    BeforeStep race = new BeforeStep(PublishingStep.ROW);
    try (TestNode node = TestNode.on(database);
        LogConnection elsewhere = TestConnections.to(database);
        TestPublication loser = new TestPublication(database, directory, race)) {
      loser.start();
      VerifierKey key = loser.files().key();
      append(node, 300);
      LogState smaller = elsewhere.state().orElseThrow();
      append(node, 300);
      race.next(
          () -> {
            byte[] root = smaller.edge().root();
            SignedNote note = loser.keys().sign(Checkpoint.of(TestNode.ORIGIN, 300, root));
            assertThat(elsewhere.replace(smaller.note(), 300, root, note.bytes(), Instant.now()))
                .isTrue();
          });
      assertThat(loser.round().size()).isEqualTo(300);
      assertThat(loser.verifyFiles(key)).isEqualTo(300);
      assertThat(loser.behind()).as("whether another round is due").isTrue();
      assertThat(loser.round().size()).isEqualTo(600);
      assertThat(loser.verifyFiles(key)).isEqualTo(600);
      assertThat(loser.behind()).isFalse();
    }
  }

  private void copyKeys(Path other) throws Exception {
    Files.createDirectories(other.resolve("keys"));
    try (var keys = Files.list(directory.resolve("keys"))) {
      for (Path file : keys.toList()) {
        Files.copy(file, other.resolve("keys").resolve(file.getFileName().toString()));
      }
    }
  }

  private int version;

  private void append(TestNode node, int count) {
    if (count > 0) {
      String[] texts =
          IntStream.range(version, version + count)
              .mapToObj(i -> "note " + i)
              .toArray(String[]::new);
      node.append("note-1", version, texts);
      version += count;
    }
  }
}
