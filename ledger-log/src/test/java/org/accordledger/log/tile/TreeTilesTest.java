package org.accordledger.log.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.RandomLeaves;
import org.accordledger.log.Seeds;
import org.junit.jupiter.api.Test;

class TreeTilesTest {
  @Test
  void aTreeOf70000LeavesHasTheTilesOfTheFormatsCheckValue() {
    List<TileAddress> tiles = TreeTiles.of(70_000).toList();
    assertThat(tiles).hasSize(273 + 1 + 1 + 1 + 1);
    assertThat(tiles.subList(0, 273)).allMatch(tile -> tile.level() == 0 && tile.full());
    assertThat(tiles.subList(273, tiles.size()))
        .extracting(TileAddress::path)
        .containsExactly("tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1");
    assertThat(TreeTiles.partial(70_000))
        .extracting(TileAddress::path)
        .containsExactly("tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1");
    assertThat(TreeTiles.bundles(70_000)).hasSize(274);
  }

  @Test
  void aTreeOf256LeavesHasAFullTileAndOneAboveItAndNoEmptyOne() {
    assertThat(TreeTiles.of(256))
        .extracting(TileAddress::path)
        .containsExactly("tile/0/000", "tile/1/000.p/1");
    assertThat(TreeTiles.bundles(256))
        .extracting(BundleAddress::path)
        .containsExactly("tile/entries/000");
    assertThat(TreeTiles.of(0)).isEmpty();
  }

  @Test
  void aTreeHasTheTilesThatTheDefinitionCounts() {
    Random random = Seeds.random(TreeTilesTest.class);
    for (int i = 0; i < 200; i++) {
      long size = RandomLeaves.size(100_000, random);
      assertThat(Set.copyOf(TreeTiles.of(size).toList()))
          .as("tiles at size %d", size)
          .isEqualTo(byDefinition(size));
    }
  }

  @Test
  void growingAddsExactlyTheTilesThatTheSmallerTreeDoesNotHave() {
    Random random = Seeds.random(TreeTilesTest.class);
    for (int i = 0; i < 200; i++) {
      long to = RandomLeaves.size(100_000, random);
      long from = random.nextLong(to + 1);
      Set<TileAddress> news = new HashSet<>(TreeTiles.of(to).toList());
      TreeTiles.of(from).forEach(news::remove);
      List<TileAddress> added = TreeTiles.added(from, to).toList();
      assertThat(added).as("%d to %d", from, to).doesNotHaveDuplicates();
      assertThat(Set.copyOf(added)).as("%d to %d", from, to).isEqualTo(news);
      assertThat(TreeTiles.addedBundles(from, to).map(BundleAddress::tile))
          .isEqualTo(added.stream().filter(tile -> tile.level() == 0).toList());
    }
  }

  @Test
  void theTilesOfTheLargestLogAreNotAllMadeToSeeTheFirst() {
    assertThat(TreeTiles.of(Long.MAX_VALUE).limit(3))
        .extracting(TileAddress::path)
        .containsExactly("tile/0/000", "tile/0/001", "tile/0/002");
    assertThat(TreeTiles.partial(Long.MAX_VALUE)).hasSize(8);
  }

  @Test
  void aTileThatATreeDoesNotHaveIsRefused() {
    assertThat(TreeTiles.at(70_000, 1, 1).width()).isEqualTo(17);
    for (long index : new long[] {2, 274, Long.MAX_VALUE, -1}) {
      assertThatExceptionOfType(LogFormatException.class)
          .isThrownBy(() -> TreeTiles.at(70_000, 1, index));
    }
    assertThatExceptionOfType(LogFormatException.class).isThrownBy(() -> TreeTiles.at(256, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> TreeTiles.added(2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> TreeTiles.of(-1));
  }

  /** Level by level as the specification puts it: hashes are full tiles below. */
  private static Set<TileAddress> byDefinition(long size) {
    Set<TileAddress> tiles = new HashSet<>();
    long hashes = size;
    for (int level = 0; hashes > 0; level++) {
      long full = hashes / 256;
      for (long index = 0; index < full; index++) {
        tiles.add(new TileAddress(level, index, 256));
      }
      if (hashes % 256 > 0) {
        tiles.add(new TileAddress(level, full, (int) (hashes % 256)));
      }
      hashes = full;
    }
    return tiles;
  }
}
