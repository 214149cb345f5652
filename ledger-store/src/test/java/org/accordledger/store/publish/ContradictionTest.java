package org.accordledger.store.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignatureType;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.SignerKey;
import org.accordledger.store.LogConnection;
import org.accordledger.store.LogState;
import org.accordledger.store.TestConnections;
import org.accordledger.store.TestDatabase;
import org.accordledger.store.TestNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever changes the database keeps the ledger from signing, and is pointed at. */
class ContradictionTest {
  @RegisterExtension final TestDatabase postgres = new TestDatabase();
  @TempDir Path directory;
  private PublishedLog log;

  @BeforeEach
  void aLogThatIsPublished() {
    log = new PublishedLog(postgres, directory);
  }

  @Test
  void anEditedLeafIsNamed() {
    log.asSuperuser("update ledger.event set leaf = leaf || '\\x20' where position = 417");
    assertThat(log.refusal())
        .hasMessage(
            "The database does not hold what was signed, from position 417 on: somebody changed it,"
                + " or it is another log's. Restore the database from a copy that has not been"
                + " changed.");
  }

  @Test
  void anEditedLeafIsNamedAlsoWhenItsHashWasEditedToo() {
    log.asSuperuser("update ledger.event set leaf = leaf || '\\x20' where position = 3");
    log.asSuperuser(
        "update ledger.event set leaf_hash = sha256('\\x00'::bytea || leaf) where position = 3");
    assertThat(log.refusedAt()).hasValue(3);
  }

  @Test
  void anEditedLeafIsNamedAlsoWhenAllFilesButTheCheckpointAreGone() throws IOException {
    log.asSuperuser("update ledger.event set leaf = leaf || '\\x20' where position = 300");
    PublishedLog.deleteAll(directory.resolve("log/tile"));
    assertThat(log.refusedAt()).hasValue(300);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payload = payload || '\\x20'",
        "salt = set_byte(salt, 31, get_byte(salt, 31) # 1)",
        "recorded_at = recorded_at - interval '1 microsecond'",
        "type = type || 'x'",
        "stream_id = 'note-2'",
        "stream_version = stream_version + 1000",
        "leaf_hash = set_byte(leaf_hash, 0, get_byte(leaf_hash, 0) # 128)"
      })
  void whatStandsBesideALeafIsWhatTheLeafSays(String change) {
    log.asSuperuser("update ledger.event set " + change + " where position in (256, 511)");
    assertThat(log.refusal())
        .hasMessageStartingWith("The database gives the entry at position 256 another payload");
    assertThat(log.refusedAt()).hasValue(256);
  }

  @Test
  void ofTwoThingsTheFirstIsNamed() {
    log.asSuperuser("update ledger.event set payload = payload || '\\x20' where position = 5");
    log.asSuperuser("delete from ledger.event where position >= 550");
    assertThat(log.refusedAt()).hasValue(5);
  }

  @Test
  void anEntryBehindTheEndIsNamed() {
    log.asSuperuser(
        "insert into ledger.event select 700, stream_id, 9000, type, recorded_at, leaf, payload,"
            + " salt, leaf_hash, metadata from ledger.event where position = 599");
    assertThat(log.refusal()).hasMessageContaining("an entry at position 700, behind the end");
  }

  @Test
  void aLeafThatIsTooLongToBeOneIsNamed() {
    log.asSuperuser("alter table ledger.event drop constraint event_leaf_check");
    log.asSuperuser(
        "update ledger.event set leaf = decode(repeat('20', 70000), 'hex') where position = 200");
    assertThat(log.refusedAt()).hasValue(200);
  }

  @Test
  void twoSwappedEntriesAreNamedByTheFirst() {
    log.asSuperuser("update ledger.event set position = 1000000 where position = 256");
    log.asSuperuser("update ledger.event set position = 256 where position = 599");
    log.asSuperuser("update ledger.event set position = 599 where position = 1000000");
    assertThat(log.refusedAt()).hasValue(256);
  }

  @Test
  void aDeletedEntryIsNamed() {
    log.asSuperuser("delete from ledger.event where position = 0");
    assertThat(log.refusal()).hasMessageContaining("lacks the entry at position 0");
  }

  @Test
  void theLastEntryDeletedIsNamed() {
    log.asSuperuser("delete from ledger.event where position = 599");
    assertThat(log.refusedAt()).hasValue(599);
  }

  @Test
  void anOldCopyOfTheDatabaseIsRefusedBecauseMoreIsSigned() {
    log.backTo(300);
    assertThat(log.refusal())
        .hasMessage(
            "The database lacks the entry at position 300, and 600 entries are signed: it was cut"
                + " off or is an old copy. Restore a database that has them all.");
  }

  @Test
  void anOldCopyThatWasWrittenToIsRefusedWhereItLeavesTheSignedLog() {
    log.backTo(300);
    try (TestNode node = TestNode.on(log.database())) {
      String[] others = IntStream.range(0, 400).mapToObj(i -> "other " + i).toArray(String[]::new);
      node.append("other-1", 0, others);
    }
    assertThat(log.refusedAt()).hasValue(300);
  }

  @Test
  void anEmptyDatabaseIsRefused() {
    log.asSuperuser("delete from ledger.event");
    log.asSuperuser("update ledger.log_head set size = 0, edge = ''");
    log.asSuperuser(
        "update ledger.signed_checkpoint set size = null, root = null, note = null, signed_at ="
            + " null");
    assertThat(log.refusedAt()).hasValue(0);
  }

  @Test
  void aCheckpointByAnotherKeyIsRefusedInTheDatabase() {
    SignerKey other = SignerKey.generate(TestNode.ORIGIN, SignatureType.NOTE);
    try (LogConnection connection = TestConnections.to(log.database())) {
      LogState state = connection.state().orElseThrow();
      byte[] root = state.edge().root();
      SignedNote note = Checkpoint.of(TestNode.ORIGIN, PublishedLog.SIZE, root).sign(other);
      assertThat(
              connection.replace(
                  state.note(), PublishedLog.SIZE, root, note.bytes(), Instant.now()))
          .isTrue();
    }
    assertThat(log.refusal()).hasMessageContaining("is not signed by a key of this log");
  }

  @ParameterizedTest
  @ValueSource(strings = {"log_head", "signed_checkpoint"})
  void aRowThatIsGoneIsNamed(String table) {
    log.asSuperuser("delete from ledger." + table);
    assertThat(log.refusal()).hasMessageContaining("lacks the row");
  }
}
