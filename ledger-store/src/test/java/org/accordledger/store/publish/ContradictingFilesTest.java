package org.accordledger.store.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignatureType;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.SignerKey;
import org.accordledger.log.tile.BundleAddress;
import org.accordledger.log.tile.EntryBundle;
import org.accordledger.log.tile.TileAddress;
import org.accordledger.log.tile.TreeTiles;
import org.accordledger.store.TestDatabase;
import org.accordledger.store.TestNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whoever changes the files or the keys keeps the ledger from signing, and is pointed at. */
class ContradictingFilesTest {
  @RegisterExtension final TestDatabase postgres = new TestDatabase();
  @TempDir Path directory;
  private PublishedLog log;

  @BeforeEach
  void aLogThatIsPublished() {
    log = new PublishedLog(postgres, directory);
  }

  @Test
  void everyFileWithOneBitTurnedIsNamedWithItsPosition() throws IOException {
    for (TileAddress tile : TreeTiles.of(PublishedLog.SIZE).toList()) {
      long first = (tile.index() * TileAddress.FULL) << (TileAddress.HEIGHT * tile.level());
      requireNamed(tile.path(), first);
    }
    for (BundleAddress bundle : TreeTiles.bundles(PublishedLog.SIZE).toList()) {
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
    assertThat(log.refusal())
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
    assertThat(log.refusedAt()).hasValue(356);
  }

  @Test
  void aCutFileIsNamed() throws IOException {
    Path path = directory.resolve("log/tile/0/000");
    Files.write(path, Arrays.copyOf(Files.readAllBytes(path), 320));
    assertThat(log.refusedAt()).hasValue(10);
  }

  @Test
  void aCheckpointByAnotherKeyIsRefusedInTheFile() throws IOException {
    SignerKey other = SignerKey.generate(TestNode.ORIGIN, SignatureType.NOTE);
    SignedNote note = Checkpoint.of(TestNode.ORIGIN, PublishedLog.SIZE, new byte[32]).sign(other);
    Files.write(directory.resolve("log/checkpoint"), note.bytes());
    assertThat(log.refusal()).hasMessageContaining("is not signed by a key of this log");
  }

  @Test
  void aCheckpointOfAnotherHistoryIsRefusedAlsoWhenTheRealKeySignedIt() throws IOException {
    try (TestPublication publication = new TestPublication(log.database(), directory)) {
      SignedNote note =
          publication.keys().sign(Checkpoint.of(TestNode.ORIGIN, PublishedLog.SIZE, new byte[32]));
      Files.write(directory.resolve("log/checkpoint"), note.bytes());
    }
    assertThat(log.refusal())
        .hasMessageContaining("is signed, but not for the entries in the database");
  }

  @Test
  void linesThatNobodyHereWroteAreTakenFromTheCheckpoint() throws IOException {
    Path checkpoint = directory.resolve("log/checkpoint");
    byte[] right = Files.readAllBytes(checkpoint);
    String more =
        "— evil.example/i AAAAAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n";
    Files.writeString(checkpoint, more, StandardOpenOption.APPEND);
    try (TestPublication publication = TestPublication.started(log.database(), directory)) {
      assertThat(checkpoint).hasBinaryContent(right);
      Files.writeString(checkpoint, more, StandardOpenOption.APPEND);
      assertThat(publication.round().note().bytes()).isEqualTo(right);
      assertThat(checkpoint).hasBinaryContent(right);
    }
  }

  @Test
  void aPartialFileOfMoreEntriesThanThereAreIsNamed() throws IOException {
    Files.write(directory.resolve("log/tile/0/002.p/90"), new byte[90 * 32]);
    assertThat(log.refusal()).hasMessageContaining("The file tile/0/002.p/90 is not what");
  }

  @Test
  void filesOfARoundThatEndedBeforeItsCheckpointAreNoContradiction() {
    FailAt end = FailAt.throwing();
    try (TestNode node = TestNode.on(log.database());
        TestPublication round = new TestPublication(log.database(), directory, end)) {
      node.append("note-2", 0, "a", "b", "c");
      end.arm(2);
      assertThatExceptionOfType(FailAt.Injected.class).isThrownBy(round::start);
    }
    assertThat(directory.resolve("log/tile/entries/002.p/91")).exists();
    try (TestPublication next = TestPublication.started(log.database(), directory)) {
      assertThat(next.verifyFiles(next.files().key())).isEqualTo(603);
    }
  }

  @Test
  void nothingBehindALinkIsTaken() throws IOException {
    Path elsewhere = directory.resolve("elsewhere");
    Files.move(directory.resolve("log/tile"), elsewhere);
    Files.createSymbolicLink(directory.resolve("log/tile"), elsewhere);
    assertThat(log.refusal()).hasMessageContaining("log/tile is a link");
  }

  @Test
  void aCheckpointThatIsNoneIsRefused() throws IOException {
    Files.writeString(directory.resolve("log/checkpoint"), "rubbish");
    assertThat(log.refusal()).hasMessageContaining("is not a checkpoint");
  }

  @Test
  void lostKeysAreNotReplacedByNewOnes() throws IOException {
    PublishedLog.deleteAll(directory.resolve("keys"));
    assertThat(log.refusal()).hasMessageContaining("signed with a key that is not here");
    assertThat(directory.resolve("keys")).doesNotExist();
  }

  @Test
  void keysOfAnotherLogAreRefused() throws IOException {
    PublishedLog.deleteAll(directory.resolve("keys"));
    LogDirectory elsewhere = LogDirectory.open(directory.resolve("elsewhere"));
    SigningKeys.open(directory.resolve("keys"), elsewhere, TestNode.ORIGIN).begin();
    assertThat(log.refusal()).hasMessageContaining("is not signed by a key of this log");
  }
}
