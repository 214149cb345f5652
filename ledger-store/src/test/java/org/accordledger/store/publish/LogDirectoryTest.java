package org.accordledger.store.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.accordledger.log.LogHash;
import org.accordledger.log.tile.BundleAddress;
import org.accordledger.log.tile.EntryBundle;
import org.accordledger.log.tile.HashTile;
import org.accordledger.log.tile.TileAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogDirectoryTest {
  private static final TileAddress FULL = new TileAddress(0, 1, 256);
  private static final BundleAddress BUNDLE = new BundleAddress(1, 256);

  @TempDir Path parent;
  private LogDirectory log;
  private byte[] tile;
  private List<byte[]> leaves;

  @BeforeEach
  void aDirectoryWithATileAndABundle() {
    log = LogDirectory.open(parent.resolve("data/log"));
    leaves = IntStream.range(0, 256).mapToObj(i -> new byte[] {(byte) i, 1}).toList();
    tile = new byte[256 * LogHash.BYTES];
    for (int i = 0; i < 256; i++) {
      System.arraycopy(LogHash.leaf(leaves.get(i)), 0, tile, i * LogHash.BYTES, LogHash.BYTES);
    }
    log.write(FULL.path(), tile);
    log.write(BUNDLE.path(), EntryBundle.of(BUNDLE, leaves).bytes());
  }

  @Test
  void aWiderTileServesANarrowerOne() {
    HashTile narrow = log.tile(FULL.atWidth(7));
    assertThat(narrow.address()).isEqualTo(FULL.atWidth(7));
    assertThat(narrow.bytes()).isEqualTo(Arrays.copyOf(tile, 7 * LogHash.BYTES));
    EntryBundle bundle = log.bundle(new BundleAddress(1, 7));
    assertThat(bundle.bytes())
        .isEqualTo(EntryBundle.of(new BundleAddress(1, 7), leaves.subList(0, 7)).bytes());
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> log.tile(new TileAddress(0, 2, 9)))
        .withMessageContaining("tile/0/002.p/9 is missing in " + log.path());
  }

  @Test
  void aLinkToSomethingElseIsNotServed() throws IOException {
    Path secret = Files.writeString(parent.resolve("secret.skey"), "no");
    Files.createDirectories(log.path().resolve("keys"));
    Files.createSymbolicLink(log.path().resolve("keys/00000000.vkey"), secret);
    assertThat(log.served("keys/00000000.vkey")).isEmpty();
    Files.createDirectories(parent.resolve("elsewhere/1"));
    Files.writeString(parent.resolve("elsewhere/1/000"), "no");
    Files.createSymbolicLink(log.path().resolve("tile/1"), parent.resolve("elsewhere/1"));
    assertThat(log.served("tile/1/000")).isEmpty();
    assertThat(log.served("tile/0/001")).isPresent();
  }

  @Test
  void onlyTheLogsOwnFilesAreServed() throws IOException {
    Files.writeString(log.path().resolve("secret"), "no");
    Files.writeString(log.path().resolve("tile/0/001.new"), "no");
    Files.createDirectories(log.path().resolve("keys"));
    Files.writeString(log.path().resolve("keys/inventory"), "no");
    Files.writeString(parent.resolve("data/other.vkey"), "no");
    assertThat(log.served("tile/0/001")).hasValue(log.path().resolve("tile/0/001"));
    assertThat(log.served("tile/entries/001")).isPresent();
    for (String no :
        new String[] {
          "",
          ".",
          "..",
          "secret",
          "tile",
          "tile/0",
          "tile/0/001.new",
          "tile/0/1",
          "tile/0/002",
          "tile/0/../0/001",
          "/tile/0/001",
          "keys/inventory",
          "../other.vkey",
          "..%2fother.vkey",
          "keys/../../other.vkey",
          "checkpoint",
          "tile/0/001\0",
          "tile\\0\\001"
        }) {
      assertThat(log.served(no)).as(no).isEmpty();
    }
  }

  @Test
  void whatWasHalfWrittenIsGoneAtTheNextStartAndNothingElse() throws IOException {
    Files.writeString(log.path().resolve("tile/0/003.new"), "half");
    Files.writeString(log.path().resolve("checkpoint.new"), "half");
    LogDirectory.open(log.path());
    assertThat(log.path().resolve("tile/0/003.new")).doesNotExist();
    assertThat(log.path().resolve("checkpoint.new")).doesNotExist();
    assertThat(log.served("tile/0/001")).isPresent();
  }

  @Test
  void partialFilesStayUntilTheFullOneIsThere() {
    log.write("tile/0/002.p/3", new byte[96]);
    assertThatIllegalStateException().isThrownBy(() -> log.removePartials("tile/0/002"));
    log.write("tile/0/001.p/3", new byte[96]);
    log.removePartials("tile/0/001");
    assertThat(log.served("tile/0/001.p/3")).isEmpty();
    assertThat(log.served("tile/0/002.p/3")).isPresent();
  }
}
