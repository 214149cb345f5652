package org.accordledger.log.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.accordledger.log.LogHash;
import org.accordledger.log.NaiveTree;
import org.accordledger.log.RandomLeaves;
import org.accordledger.log.Seeds;
import org.accordledger.log.TreeEdge;
import org.accordledger.log.TreeVectors;
import org.junit.jupiter.api.Test;

class TreeHasherTest {
  private static final int MOST = 100_000;

  @Test
  void theRootsOfTheFormatsVectorsComeOut() {
    TreeHasher hasher = TreeHasher.empty();
    assertThat(HexFormat.of().formatHex(hasher.root())).isEqualTo(TreeVectors.ROOTS.getFirst());
    for (byte[] leaf : TreeVectors.leaves()) {
      assertThat(hasher.append(leaf)).isEmpty();
      assertThat(HexFormat.of().formatHex(hasher.root()))
          .isEqualTo(TreeVectors.ROOTS.get((int) hasher.size()));
    }
  }

  @Test
  void itAgreesWithTheEdgeAtEverySizeAndWithTheDefinitionAtRandomOnes() {
    Random random = Seeds.random(TreeHasherTest.class);
    List<byte[]> leaves = RandomLeaves.of(MOST, random);
    TreeHasher hasher = TreeHasher.empty();
    TreeEdge edge = TreeEdge.empty();
    for (byte[] leaf : leaves) {
      hasher.append(leaf);
      edge = edge.append(LogHash.leaf(leaf));
      if (random.nextInt(MOST / 10) == 0 || edge.size() == MOST) {
        assertThat(hasher.root()).isEqualTo(NaiveTree.root(leaves.subList(0, (int) edge.size())));
      }
      assertThat(hasher.edge().bytes()).isEqualTo(edge.bytes());
    }
  }

  @Test
  void itMakesExactlyTheTilesOfTheTreeAndEachHoldsTheRootsItIsDefinedToHold() {
    Random random = Seeds.random(TreeHasherTest.class);
    for (int round = 0; round < 4; round++) {
      int size = round == 0 ? 70_000 : RandomLeaves.size(MOST, random);
      List<byte[]> leaves = RandomLeaves.of(size, random);
      PublishedTiles tiles = PublishedTiles.of(leaves);
      assertThat(tiles.files().keySet())
          .containsExactlyInAnyOrderElementsOf(TreeTiles.of(size).toList());
      for (HashTile tile : tiles.files().values()) {
        int within = random.nextInt(tile.address().width());
        int spanned = 1 << (8 * tile.address().level());
        int from = (int) (tile.address().index() * 256 + within) * spanned;
        assertThat(tile.subtree(0, within))
            .as("hash %d of %s", within, tile.address())
            .isEqualTo(NaiveTree.root(leaves.subList(from, from + spanned)));
      }
    }
  }

  @Test
  void growingWritesTheTilesThatAreNewAndNeverAnOldOneDifferently() {
    Random random = Seeds.random(TreeHasherTest.class);
    List<byte[]> leaves = RandomLeaves.of(66_000, random);
    PublishedTiles tiles = new PublishedTiles();
    for (int from = 0; from < leaves.size(); ) {
      int to = Math.min(leaves.size(), from + 1 + random.nextInt(3_000));
      List<TileAddress> before = List.copyOf(tiles.files().keySet());
      tiles.publish(leaves.subList(from, to));
      List<TileAddress> written = new ArrayList<>(tiles.files().keySet());
      written.removeAll(before);
      assertThat(written)
          .as("%d to %d", from, to)
          .containsExactlyInAnyOrderElementsOf(TreeTiles.added(from, to).toList());
      from = to;
    }
  }

  @Test
  void itGoesOnFromTheTilesThatAreNotFull() {
    Random random = Seeds.random(TreeHasherTest.class);
    List<byte[]> leaves = RandomLeaves.of(70_000, random);
    TreeHasher straight = TreeHasher.empty();
    PublishedTiles tiles = PublishedTiles.of(leaves);
    leaves.forEach(straight::append);
    for (int i = 0; i < 30; i++) {
      int from = i == 0 ? 0 : RandomLeaves.size(leaves.size(), random);
      TreeHasher resumed = TreeHasher.resume(from, tiles);
      assertThat(resumed.size()).isEqualTo(from);
      if (i < 3) {
        assertThat(resumed.root()).isEqualTo(NaiveTree.root(leaves.subList(0, from)));
      }
      for (byte[] leaf : leaves.subList(from, leaves.size())) {
        resumed.append(leaf).forEach(tile -> assertThat(same(tile, tiles)).isTrue());
      }
      assertThat(resumed.edge().bytes()).isEqualTo(straight.edge().bytes());
      resumed.partialTiles().forEach(tile -> assertThat(same(tile, tiles)).isTrue());
    }
  }

  @Test
  void bundlesGiveTheSameAsTheirLeavesAndHaveToFollowEachOther() {
    Random random = Seeds.random(TreeHasherTest.class);
    List<byte[]> leaves = RandomLeaves.of(1_000, random);
    TreeHasher hasher = TreeHasher.empty();
    List<HashTile> full = new ArrayList<>();
    TreeTiles.bundles(leaves.size())
        .forEach(address -> full.addAll(hasher.append(bundle(address, leaves))));
    PublishedTiles tiles = PublishedTiles.of(leaves);
    assertThat(full).hasSize(3).allMatch(tile -> same(tile, tiles));
    assertThat(hasher.root()).isEqualTo(NaiveTree.root(leaves));
    EntryBundle first = bundle(new BundleAddress(0, 256), leaves);
    assertThatIllegalArgumentException().isThrownBy(() -> hasher.append(first));
  }

  @Test
  void aSourceThatAnswersWithAnotherTileIsRefused() {
    PublishedTiles tiles = PublishedTiles.of(RandomLeaves.of(300, Seeds.random(getClass())));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TreeHasher.resume(299, address -> tiles.tile(address.atWidth(1))));
  }

  private static EntryBundle bundle(BundleAddress address, List<byte[]> leaves) {
    int from = (int) address.firstPosition();
    return EntryBundle.of(address, leaves.subList(from, from + address.width()));
  }

  private static boolean same(HashTile tile, TileSource source) {
    return tile.firstDifference(source.tile(tile.address())).isEmpty();
  }
}
