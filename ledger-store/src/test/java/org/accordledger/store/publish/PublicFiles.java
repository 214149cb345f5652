package org.accordledger.store.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.TrustedLog;
import org.accordledger.log.note.VerifierKey;
import org.accordledger.log.tile.BundleAddress;
import org.accordledger.log.tile.EntryBundle;
import org.accordledger.log.tile.HashTile;
import org.accordledger.log.tile.TileAddress;
import org.accordledger.log.tile.TreeHasher;
import org.accordledger.log.tile.TreeTiles;

/** What an outsider has of a log: its public files and a key. Shares no code with the publisher. */
record PublicFiles(Path directory) {

  /** The key that stands beside the files. */
  VerifierKey key() {
    try (Stream<Path> files = Files.list(directory)) {
      Path file = files.filter(path -> path.toString().endsWith(".vkey")).findFirst().orElseThrow();
      return VerifierKey.parse(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Checkpoint> checkpoint(VerifierKey key) {
    return Files.exists(directory.resolve("checkpoint"))
        ? Optional.of(TrustedLog.of(key).checkpoint(SignedNote.parse(read("checkpoint"))))
        : Optional.empty();
  }

  /** Verifies the served checkpoint and everything under it; 0 before anything is served. */
  long verify(VerifierKey key) {
    return checkpoint(key).map(this::verify).orElse(0L);
  }

  private long verify(Checkpoint checkpoint) {
    long size = checkpoint.size();
    TreeHasher hasher = TreeHasher.empty();
    List<HashTile> tiles = new ArrayList<>();
    TreeTiles.bundles(size).forEach(address -> tiles.addAll(hasher.append(bundle(address))));
    tiles.addAll(hasher.partialTiles());
    assertThat(hasher.root()).as("root of %d entries", size).isEqualTo(checkpoint.root());
    assertThat(tiles.stream().map(HashTile::address))
        .containsExactlyInAnyOrderElementsOf(TreeTiles.of(size).toList());
    for (HashTile tile : tiles) {
      assertThat(read(tile.address().path())).as(tile.address().path()).isEqualTo(tile.bytes());
    }
    return size;
  }

  private EntryBundle bundle(BundleAddress address) {
    return EntryBundle.parse(address, read(address.path()));
  }

  /** The bytes of the leaf at a position of a log of that size. */
  byte[] leaf(long position, long size) {
    TileAddress tile = TreeTiles.at(size, 0, position / TileAddress.FULL);
    return bundle(new BundleAddress(tile.index(), tile.width()))
        .leaf((int) (position % TileAddress.FULL));
  }

  byte[] read(String file) {
    try {
      return Files.readAllBytes(directory.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
