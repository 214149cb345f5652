package org.accordledger.store.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Function;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignatureType;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.SignerKey;
import org.accordledger.store.LogConnection;
import org.accordledger.store.TestConnections;
import org.accordledger.store.TestDatabase;
import org.accordledger.store.TestNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A publisher that runs stops at what contradicts it, and signs and writes nothing of it. */
class RunningContradictionTest {
  @RegisterExtension final TestDatabase postgres = new TestDatabase();
  @TempDir Path directory;
  private PublishedLog log;

  @BeforeEach
  void aLogThatIsPublished() {
    log = new PublishedLog(postgres, directory);
  }

  @Test
  void theRunningPublisherStopsWhenTheDatabaseGoesBack() {
    try (TestPublication publication = TestPublication.started(log.database(), directory)) {
      log.backTo(300);
      LogContradiction refusal = catchThrowableOfType(LogContradiction.class, publication::round);
      assertThat(refusal).hasMessageContaining("The database went back to 300 entries");
      assertThat(publication.verifyFiles(publication.files().key())).isEqualTo(PublishedLog.SIZE);
    }
  }

  @Test
  void theRunningPublisherStopsAtACheckpointThatAnotherKeyPutIntoTheDatabase() {
    SignerKey other = SignerKey.generate(TestNode.ORIGIN, SignatureType.NOTE);
    try (TestNode node = TestNode.on(log.database());
        TestPublication publication = TestPublication.started(log.database(), directory)) {
      node.append("note-2", 0, "a", "b", "c");
      replaceRow(603, checkpoint -> checkpoint.sign(other));
      requireStopped(publication, "is not signed by a key of this log");
    }
  }

  @Test
  void theRunningPublisherStopsAtACheckpointOfAnotherHistoryAlsoByTheRealKey() {
    try (TestNode node = TestNode.on(log.database());
        TestPublication publication = TestPublication.started(log.database(), directory)) {
      node.append("note-2", 0, "a", "b", "c");
      replaceRow(602, publication.keys()::sign);
      requireStopped(publication, "do not give the root that was kept of them");
    }
  }

  private void requireStopped(TestPublication publication, String sentence) {
    LogContradiction refusal = catchThrowableOfType(LogContradiction.class, publication::round);
    assertThat(refusal).hasMessageContaining(sentence);
    assertThat(publication.verifyFiles(publication.files().key())).isEqualTo(PublishedLog.SIZE);
    assertThat(publication.log().partialWidths("tile/0/002")).containsExactly(88);
  }

  /** As somebody with the database could do it. */
  private void replaceRow(long size, Function<Checkpoint, SignedNote> signing) {
    try (LogConnection connection = TestConnections.to(log.database())) {
      byte[] root = new byte[32];
      byte[] note = signing.apply(Checkpoint.of(TestNode.ORIGIN, size, root)).bytes();
      byte[] before = connection.state().orElseThrow().note();
      assertThat(connection.replace(before, size, root, note, Instant.now())).isTrue();
    }
  }

  @Test
  void anEntryChangedBeforeItIsPublishedIsNeverSignedNorWritten() {
    try (TestNode node = TestNode.on(log.database());
        TestPublication publication = TestPublication.started(log.database(), directory)) {
      node.append("note-2", 0, "a", "b", "c");
      log.asSuperuser("update ledger.event set leaf = leaf || '\\x20' where position = 601");
      LogContradiction refusal = catchThrowableOfType(LogContradiction.class, publication::round);
      assertThat(refusal.position()).hasValue(601);
      assertThat(publication.verifyFiles(publication.files().key())).isEqualTo(PublishedLog.SIZE);
      assertThat(publication.log().served("tile/entries/002.p/91")).isEmpty();
    }
  }

  @Test
  void theRunningPublisherStopsAtAFileCheckpointOfTheRealKeyThatItDidNotServe() throws IOException {
    try (TestPublication publication = TestPublication.started(log.database(), directory)) {
      SignedNote other =
          publication.keys().sign(Checkpoint.of(TestNode.ORIGIN, PublishedLog.SIZE, new byte[32]));
      Files.write(directory.resolve("log/checkpoint"), other.bytes());
      LogContradiction refusal = catchThrowableOfType(LogContradiction.class, publication::round);
      assertThat(refusal).hasMessageContaining("is not the one that was published");
      assertThat(directory.resolve("log/checkpoint")).hasBinaryContent(other.bytes());
    }
  }
}
