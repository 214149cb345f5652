package org.accordledger.store.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignatureType;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.SignerKey;
import org.accordledger.log.tile.BundleAddress;
import org.accordledger.log.tile.EntryBundle;
import org.accordledger.log.tile.TileAddress;
import org.accordledger.log.tile.TreeHasher;
import org.accordledger.log.tile.TreeTiles;
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

/** Whoever changes the database or the files keeps the ledger from signing, and is pointed at. */
class ContradictionTest {
  private static final int SIZE = 600;

  @RegisterExtension final TestDatabase postgres = new TestDatabase();
  @TempDir Path directory;
  private final DataSource database = postgres.source();

  @BeforeEach
  void aLogThatIsPublished() {
    try (TestNode node = TestNode.on(database)) {
      String[] texts = IntStream.range(0, SIZE).mapToObj(i -> "note " + i).toArray(String[]::new);
      node.append("note-1", 0, Arrays.copyOf(texts, 300));
      TestPublication.started(database, directory).close();
      node.append("note-1", 300, Arrays.copyOfRange(texts, 300, SIZE));
      TestPublication.started(database, directory).close();
    }
    postgres.tampered();
  }

  @Test
  void anEditedLeafIsNamed() {
    asSuperuser("update ledger.event set leaf = leaf || '\\x20' where position = 417");
    assertThat(refusal())
        .hasMessage(
            "The database does not hold what was signed, from position 417 on: somebody changed it,"
                + " or it is another log's. Restore the database from a copy that has not been"
                + " changed.");
  }

  @Test
  void anEditedLeafIsNamedAlsoWhenItsHashWasEditedToo() {
    asSuperuser("update ledger.event set leaf = leaf || '\\x20' where position = 3");
    asSuperuser(
        "update ledger.event set leaf_hash = sha256('\\x00'::bytea || leaf) where position = 3");
    assertThat(refusedAt()).hasValue(3);
  }

  @Test
  void anEditedLeafIsNamedAlsoWhenAllFilesButTheCheckpointAreGone() throws IOException {
    asSuperuser("update ledger.event set leaf = leaf || '\\x20' where position = 300");
    deleteAll(directory.resolve("log/tile"));
    assertThat(refusedAt()).hasValue(300);
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
    asSuperuser("update ledger.event set " + change + " where position in (256, 511)");
    assertThat(refusal())
        .hasMessageStartingWith("The database gives the entry at position 256 another payload");
    assertThat(refusedAt()).hasValue(256);
  }

  @Test
  void ofTwoThingsTheFirstIsNamed() {
    asSuperuser("update ledger.event set payload = payload || '\\x20' where position = 5");
    asSuperuser("delete from ledger.event where position >= 550");
    assertThat(refusedAt()).hasValue(5);
  }

  @Test
  void anEntryBehindTheEndIsNamed() {
    asSuperuser(
        "insert into ledger.event select 700, stream_id, 9000, type, recorded_at, leaf, payload,"
            + " salt, leaf_hash, metadata from ledger.event where position = 599");
    assertThat(refusal()).hasMessageContaining("an entry at position 700, behind the end");
  }

  @Test
  void aLeafThatIsTooLongToBeOneIsNamed() {
    asSuperuser("alter table ledger.event drop constraint event_leaf_check");
    asSuperuser(
        "update ledger.event set leaf = decode(repeat('20', 70000), 'hex') where position = 200");
    assertThat(refusedAt()).hasValue(200);
  }

  @Test
  void twoSwappedEntriesAreNamedByTheFirst() {
    asSuperuser("update ledger.event set position = 1000000 where position = 256");
    asSuperuser("update ledger.event set position = 256 where position = 599");
    asSuperuser("update ledger.event set position = 599 where position = 1000000");
    assertThat(refusedAt()).hasValue(256);
  }

  @Test
  void aDeletedEntryIsNamed() {
    asSuperuser("delete from ledger.event where position = 0");
    assertThat(refusal()).hasMessageContaining("lacks the entry at position 0");
  }

  @Test
  void theLastEntryDeletedIsNamed() {
    asSuperuser("delete from ledger.event where position = 599");
    assertThat(refusedAt()).hasValue(599);
  }

  @Test
  void anOldCopyOfTheDatabaseIsRefusedBecauseMoreIsSigned() {
    backTo(300);
    assertThat(refusal())
        .hasMessage(
            "The database lacks the entry at position 300, and 600 entries are signed: it was cut"
                + " off or is an old copy. Restore a database that has them all.");
  }

  @Test
  void anOldCopyThatWasWrittenToIsRefusedWhereItLeavesTheSignedLog() {
    backTo(300);
    try (TestNode node = TestNode.on(database)) {
      String[] others = IntStream.range(0, 400).mapToObj(i -> "other " + i).toArray(String[]::new);
      node.append("other-1", 0, others);
    }
    assertThat(refusedAt()).hasValue(300);
  }

  @Test
  void anEmptyDatabaseIsRefused() {
    asSuperuser("delete from ledger.event");
    asSuperuser("update ledger.log_head set size = 0, edge = ''");
    asSuperuser(
        "update ledger.signed_checkpoint set size = null, root = null, note = null, signed_at ="
            + " null");
    assertThat(refusedAt()).hasValue(0);
  }

  @Test
  void everyFileWithOneBitTurnedIsNamedWithItsPosition() throws IOException {
    for (TileAddress tile : TreeTiles.of(SIZE).toList()) {
      long first = (tile.index() * TileAddress.FULL) << (TileAddress.HEIGHT * tile.level());
      requireNamed(tile.path(), first);
    }
    for (BundleAddress bundle : TreeTiles.bundles(SIZE).toList()) {
      requireNamed(bundle.path(), bundle.firstPosition());
    }
    requireNamed("tile/0/001.p/44", 256);
    requireNamed("tile/entries/001.p/44", 256);
  }

  private void requireNamed(String file, long position) throws IOException {
    Path path = directory.resolve("log").resolve(file);
    byte[] right = Files.readAllBytes(path);
    byte[] wrong = right.clone();
    wrong[5] ^= 1;
    Files.write(path, wrong);
    assertThat(refusal())
        .hasMessageContaining("The file " + file + " is not what the log holds, from position ")
        .extracting(e -> e.position().orElseThrow())
        .isEqualTo(position);
    Files.write(path, right);
  }

  @Test
  void swappedEntriesInAFileAreNamedByTheFirst() throws IOException {
    BundleAddress address = new BundleAddress(1, 256);
    Path path = directory.resolve("log").resolve(address.path());
    EntryBundle bundle = EntryBundle.parse(address, Files.readAllBytes(path));
    List<byte[]> leaves = new ArrayList<>();
    IntStream.range(0, 256).forEach(i -> leaves.add(bundle.leaf(i)));
    Collections.swap(leaves, 100, 200);
    Files.write(path, EntryBundle.of(address, leaves).bytes());
    assertThat(refusedAt()).hasValue(356);
  }

  @Test
  void aCutFileIsNamed() throws IOException {
    Path path = directory.resolve("log/tile/0/000");
    Files.write(path, Arrays.copyOf(Files.readAllBytes(path), 320));
    assertThat(refusedAt()).hasValue(10);
  }

  @Test
  void aCheckpointByAnotherKeyIsRefusedInTheFile() throws IOException {
    SignerKey other = SignerKey.generate(TestNode.ORIGIN, SignatureType.NOTE);
    SignedNote note = Checkpoint.of(TestNode.ORIGIN, SIZE, new byte[32]).sign(other);
    Files.write(directory.resolve("log/checkpoint"), note.bytes());
    assertThat(refusal()).hasMessageContaining("is not signed by a key of this log");
  }

  @Test
  void aCheckpointByAnotherKeyIsRefusedInTheDatabase() {
    SignerKey other = SignerKey.generate(TestNode.ORIGIN, SignatureType.NOTE);
    try (LogConnection connection = TestConnections.to(database)) {
      LogState state = connection.state();
      byte[] root = state.edge().root();
      SignedNote note = Checkpoint.of(TestNode.ORIGIN, SIZE, root).sign(other);
      assertThat(connection.replace(state.note(), SIZE, root, note.bytes(), Instant.now()))
          .isTrue();
    }
    assertThat(refusal()).hasMessageContaining("is not signed by a key of this log");
  }

  @Test
  void aCheckpointOfAnotherHistoryIsRefusedAlsoWhenTheRealKeySignedIt() throws IOException {
    try (TestPublication publication = new TestPublication(database, directory)) {
      SignedNote note = publication.keys().sign(Checkpoint.of(TestNode.ORIGIN, SIZE, new byte[32]));
      Files.write(directory.resolve("log/checkpoint"), note.bytes());
    }
    assertThat(refusal())
        .hasMessageContaining("is signed, but not for the entries in the database");
  }

  @Test
  void aCheckpointThatIsNoneIsRefused() throws IOException {
    Files.writeString(directory.resolve("log/checkpoint"), "rubbish");
    assertThat(refusal()).hasMessageContaining("is not a checkpoint");
  }

  @Test
  void lostKeysAreNotReplacedByNewOnes() throws IOException {
    deleteAll(directory.resolve("keys"));
    assertThat(refusal()).hasMessageContaining("signed with a key that is not here");
    assertThat(directory.resolve("keys")).doesNotExist();
  }

  @Test
  void keysOfAnotherLogAreRefused() throws IOException {
    deleteAll(directory.resolve("keys"));
    LogDirectory elsewhere = LogDirectory.open(directory.resolve("elsewhere"));
    SigningKeys.open(directory.resolve("keys"), elsewhere, TestNode.ORIGIN).begin();
    assertThat(refusal()).hasMessageContaining("is not signed by a key of this log");
  }

  @Test
  void theRunningPublisherStopsWhenTheDatabaseGoesBack() {
    try (TestPublication publication = TestPublication.started(database, directory)) {
      backTo(300);
      LogContradiction refusal = catchThrowableOfType(LogContradiction.class, publication::round);
      assertThat(refusal).hasMessageContaining("The database went back to 300 entries");
      assertThat(publication.verifyFiles(publication.files().key())).isEqualTo(SIZE);
    }
  }

  @Test
  void theRunningPublisherStopsAtACheckpointThatAnotherKeyPutIntoTheDatabase() {
    SignerKey other = SignerKey.generate(TestNode.ORIGIN, SignatureType.NOTE);
    try (TestNode node = TestNode.on(database);
        TestPublication publication = TestPublication.started(database, directory)) {
      node.append("note-2", 0, "a", "b", "c");
      replaceRow(603, checkpoint -> checkpoint.sign(other));
      requireStopped(publication, "is not signed by a key of this log");
    }
  }

  @Test
  void theRunningPublisherStopsAtACheckpointOfAnotherHistoryAlsoByTheRealKey() {
    try (TestNode node = TestNode.on(database);
        TestPublication publication = TestPublication.started(database, directory)) {
      node.append("note-2", 0, "a", "b", "c");
      replaceRow(602, publication.keys()::sign);
      requireStopped(publication, "do not give the root that was kept of them");
    }
  }

  private void requireStopped(TestPublication publication, String sentence) {
    LogContradiction refusal = catchThrowableOfType(LogContradiction.class, publication::round);
    assertThat(refusal).hasMessageContaining(sentence);
    assertThat(publication.verifyFiles(publication.files().key())).isEqualTo(SIZE);
    assertThat(publication.log().partialWidths("tile/0/002")).containsExactly(88);
  }

  /** As somebody with the database could do it. */
  private void replaceRow(long size, Function<Checkpoint, SignedNote> signing) {
    try (LogConnection connection = TestConnections.to(database)) {
      byte[] root = new byte[32];
      byte[] note = signing.apply(Checkpoint.of(TestNode.ORIGIN, size, root)).bytes();
      byte[] before = connection.state().note();
      assertThat(connection.replace(before, size, root, note, Instant.now())).isTrue();
    }
  }

  @Test
  void anEntryChangedBeforeItIsPublishedIsNeverSignedNorWritten() {
    try (TestNode node = TestNode.on(database);
        TestPublication publication = TestPublication.started(database, directory)) {
      node.append("note-2", 0, "a", "b", "c");
      asSuperuser("update ledger.event set leaf = leaf || '\\x20' where position = 601");
      LogContradiction refusal = catchThrowableOfType(LogContradiction.class, publication::round);
      assertThat(refusal.position()).hasValue(601);
      assertThat(publication.verifyFiles(publication.files().key())).isEqualTo(SIZE);
      assertThat(publication.log().served("tile/entries/002.p/91")).isEmpty();
    }
  }

  private LogContradiction refusal() {
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

  private OptionalLong refusedAt() {
    return refusal().position();
  }

  /** As after restoring a backup from when the log had so many entries. */
  private void backTo(int size) {
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
  private void asSuperuser(String change) {
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

  private static void deleteAll(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
