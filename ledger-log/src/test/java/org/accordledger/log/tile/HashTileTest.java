package org.accordledger.log.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.Mutations;
import org.accordledger.log.NaiveTree;
import org.accordledger.log.RandomLeaves;
import org.accordledger.log.Seeds;
import org.junit.jupiter.api.Test;

class HashTileTest {
  private final Random random = Seeds.random(HashTileTest.class);

  @Test
  void aTileHasAsManyBytesAsItsWidthSays() {
    TileAddress address = new TileAddress(0, 0, 2);
    assertThat(HashTile.of(address, new byte[64]).bytes()).hasSize(64);
    for (int length : new int[] {0, 32, 63, 65, 96}) {
      assertThatExceptionOfType(LogFormatException.class)
          .isThrownBy(() -> HashTile.of(address, new byte[length]));
    }
  }

  @Test
  void theSubtreesOfATileAreThoseOfTheTree() {
    List<byte[]> leaves = RandomLeaves.of(256, random);
    HashTile tile = PublishedTiles.of(leaves).tile(new TileAddress(0, 0, 256));
    for (int height = 0; height <= 8; height++) {
      int index = random.nextInt(256 >> height);
      assertThat(tile.subtree(height, index))
          .isEqualTo(NaiveTree.root(leaves.subList(index << height, (index + 1) << height)));
    }
    HashTile cut = tile.cut(5);
    assertThat(cut.subtree(2, 0)).isEqualTo(tile.subtree(2, 0));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> cut.subtree(2, 1));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> cut.subtree(0, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> cut.cut(6));
  }

  @Test
  void anyChangedByteOfATileChangesTheRootAndIsFoundWhereItIs() {
    PublishedTiles tiles = PublishedTiles.of(RandomLeaves.of(7, random));
    TileAddress address = new TileAddress(0, 0, 7);
    byte[] root = tiles.edge().root();
    HashTile right = tiles.tile(address);
    byte[] original = right.bytes();
    int[] tried = new int[1];
    Mutations.of(
        original,
        bytes -> {
          HashTile served = HashTile.of(address, bytes);
          int changed = tried[0]++ / 255;
          assertThat(right.firstDifference(served)).isEqualTo(OptionalInt.of(changed / 32));
          assertThat(TreeHasher.resume(7, any -> served).root()).isNotEqualTo(root);
        });
    assertThat(tried[0]).isEqualTo(7 * 32 * 255);
    assertThat(right.firstDifference(HashTile.of(address, original))).isEmpty();
  }

  @Test
  void tilesOfDifferentPlacesAreNotCompared() {
    HashTile one = HashTile.of(new TileAddress(0, 0, 1), new byte[32]);
    HashTile other = HashTile.of(new TileAddress(0, 1, 1), new byte[32]);
    assertThatIllegalArgumentException().isThrownBy(() -> one.firstDifference(other));
  }
}
