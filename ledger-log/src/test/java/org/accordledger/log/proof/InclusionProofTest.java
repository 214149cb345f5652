package org.accordledger.log.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogHash;
import org.accordledger.log.Mutations;
import org.accordledger.log.NaiveTree;
import org.accordledger.log.NotProvenException;
import org.accordledger.log.RandomLeaves;
import org.accordledger.log.Seeds;
import org.accordledger.log.TreeVectors;
import org.accordledger.log.tile.PublishedTiles;
import org.junit.jupiter.api.Test;

class InclusionProofTest {
  private static final int SMALL = 40;

  private final Random random = Seeds.random(InclusionProofTest.class);

  @Test
  void everyLeafOfEveryTreeOfTheFormatsVectorsIsProven() {
    List<byte[]> leaves = TreeVectors.leaves();
    PublishedTiles tiles = PublishedTiles.of(leaves);
    for (int size = 1; size <= leaves.size(); size++) {
      byte[] root = HexFormat.of().parseHex(TreeVectors.ROOTS.get(size));
      for (int index = 0; index < size; index++) {
        InclusionProof.build(index, size, new TileNodes(size, tiles))
            .verify(LogHash.leaf(leaves.get(index)), size, root);
      }
    }
  }

  @Test
  void aProofIsThePathByDefinitionAndProvesNothingElse() {
    List<byte[]> leaves = RandomLeaves.of(SMALL, random);
    PublishedTiles tiles = PublishedTiles.of(leaves);
    for (int size = 1; size <= SMALL; size++) {
      byte[] root = NaiveTree.root(leaves.subList(0, size));
      for (int index = 0; index < size; index++) {
        InclusionProof proof = InclusionProof.build(index, size, new TileNodes(size, tiles));
        assertThat(proof.hashes())
            .containsExactlyElementsOf(NaiveTree.path(index, leaves.subList(0, size)));
        byte[] leaf = LogHash.leaf(leaves.get(index));
        proof.verify(leaf, size, root);
        for (int other = 0; other <= size; other++) {
          if (other != index) {
            reject(InclusionProof.of(other, proof.hashes()), leaf, size, root);
          }
        }
      }
    }
  }

  @Test
  void proofsFromTheTilesOfLargeTreesAreThePathsByDefinition() {
    List<byte[]> leaves = RandomLeaves.of(100_000, random);
    PublishedTiles tiles = new PublishedTiles();
    int before = 0;
    List<Integer> sizes = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      sizes.add(RandomLeaves.size(leaves.size(), random));
    }
    Collections.sort(sizes);
    for (int size : sizes) {
      // as a publisher does it: the partial tiles of every size that was signed stay
      tiles.publish(leaves.subList(before, size));
      before = size;
      List<byte[]> tree = leaves.subList(0, size);
      int index = random.nextInt(size);
      InclusionProof proof = InclusionProof.build(index, size, new TileNodes(size, tiles));
      assertThat(proof.hashes())
          .as("leaf %d of %d", index, size)
          .containsExactlyElementsOf(NaiveTree.path(index, tree));
      proof.verify(LogHash.leaf(tree.get(index)), size, tiles.edge().root());
    }
  }

  @Test
  void anyChangedByteOfAProofIsRejected() {
    int size = 21;
    for (int index : new int[] {0, 13, 20}) {
      List<byte[]> leaves = RandomLeaves.of(size, random);
      byte[] leaf = LogHash.leaf(leaves.get(index));
      byte[] root = NaiveTree.root(leaves);
      byte[] original = joined(NaiveTree.path(index, leaves));
      InclusionProof.of(index, parts(original)).verify(leaf, size, root);
      Mutations.of(
          original, bytes -> reject(InclusionProof.of(index, parts(bytes)), leaf, size, root));
      Mutations.bits(
          leaf, bytes -> reject(InclusionProof.of(index, parts(original)), bytes, size, root));
      Mutations.bits(
          root, bytes -> reject(InclusionProof.of(index, parts(original)), leaf, size, bytes));
    }
  }

  @Test
  void missingSurplusAndMisplacedHashesAreRejected() {
    for (int size = 1; size <= SMALL; size++) {
      List<byte[]> leaves = RandomLeaves.of(size, random);
      int index = random.nextInt(size);
      byte[] leaf = LogHash.leaf(leaves.get(index));
      byte[] root = NaiveTree.root(leaves);
      List<byte[]> path = NaiveTree.path(index, leaves);
      for (int at = 0; at < path.size(); at++) {
        List<byte[]> fewer = new ArrayList<>(path);
        fewer.remove(at);
        reject(InclusionProof.of(index, fewer), leaf, size, root);
      }
      for (int at = 0; at <= path.size(); at++) {
        for (byte[] surplus : List.of(new byte[32], leaf, root)) {
          List<byte[]> more = new ArrayList<>(path);
          more.add(at, surplus);
          reject(InclusionProof.of(index, more), leaf, size, root);
        }
      }
      if (path.size() > 1) {
        reject(InclusionProof.of(index, path.reversed()), leaf, size, root);
      }
    }
  }

  @Test
  void aHashLeftOverIsRejectedAlsoWhenItLeadsToTheRoot() {
    byte[] surplus = LogHash.leaf(new byte[] {9});
    for (int size = 1; size <= SMALL; size++) {
      List<byte[]> leaves = RandomLeaves.of(size, random);
      int index = random.nextInt(size);
      List<byte[]> more = new ArrayList<>(NaiveTree.path(index, leaves));
      more.add(surplus);
      byte[] leaf = LogHash.leaf(leaves.get(index));
      InclusionProof proof = InclusionProof.of(index, more);
      reject(proof, leaf, size, LogHash.node(surplus, NaiveTree.root(leaves)));
      reject(proof, leaf, size, LogHash.node(NaiveTree.root(leaves), surplus));
    }
  }

  @Test
  void withTheRootOfAnotherSizeAProofIsRejected() {
    List<byte[]> leaves = RandomLeaves.of(SMALL, random);
    for (int size = 1; size <= SMALL; size++) {
      int index = random.nextInt(size);
      InclusionProof proof =
          InclusionProof.of(index, NaiveTree.path(index, leaves.subList(0, size)));
      for (int other = 0; other <= SMALL; other++) {
        if (other != size) {
          byte[] root = NaiveTree.root(leaves.subList(0, other));
          reject(proof, LogHash.leaf(leaves.get(index)), other, root);
        }
      }
    }
  }

  @Test
  void aWrongSizeBesideTheRightRootIsRejectedUnlessThePathHasTheSameTurns() {
    // what RFC 9162 cannot tell: the first leaf goes two steps left in a tree of 3 and of 4 alike;
    // the size is in the signed checkpoint beside the root, so that nobody can choose it
    List<byte[]> leaves = RandomLeaves.of(3, random);
    byte[] root = NaiveTree.root(leaves);
    byte[] leaf = LogHash.leaf(leaves.getFirst());
    InclusionProof first = InclusionProof.of(0, NaiveTree.path(0, leaves));
    first.verify(leaf, 3, root);
    first.verify(leaf, 4, root);
    for (long size : new long[] {-1, 0, 1, 2, 5, 8, Long.MAX_VALUE}) {
      reject(first, leaf, size, root);
    }
    InclusionProof last = InclusionProof.of(2, NaiveTree.path(2, leaves));
    for (long size : new long[] {0, 1, 2, 4, 5, 6, 7}) {
      reject(last, LogHash.leaf(leaves.get(2)), size, root);
    }
  }

  @Test
  void anEmptyTreeProvesNothingAndOneLeafNeedsNoHash() {
    byte[] leaf = LogHash.leaf(new byte[] {1});
    InclusionProof none = InclusionProof.of(0, List.of());
    none.verify(leaf, 1, leaf);
    reject(none, LogHash.emptyRoot(), 0, LogHash.emptyRoot());
    reject(none, leaf, 2, leaf);
  }

  @Test
  void whatCannotBeAProofIsNotBuiltOrTaken() {
    TileNodes nodes = new TileNodes(3, PublishedTiles.of(RandomLeaves.of(3, random)));
    for (long index : new long[] {-1, 3, 4}) {
      assertThatIllegalArgumentException().isThrownBy(() -> InclusionProof.build(index, 3, nodes));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> InclusionProof.build(0, 0, nodes));
    assertThatIllegalArgumentException().isThrownBy(() -> InclusionProof.of(-1, List.of()));
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> InclusionProof.of(0, List.of(new byte[31])));
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> InclusionProof.of(0, Collections.nCopies(64, new byte[32])));
    assertThatIllegalArgumentException().isThrownBy(() -> nodes.at(2, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> nodes.at(1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> nodes.at(0, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> nodes.at(64, 0));
  }

  private static byte[] joined(List<byte[]> hashes) {
    byte[] bytes = new byte[32 * hashes.size()];
    for (int i = 0; i < hashes.size(); i++) {
      System.arraycopy(hashes.get(i), 0, bytes, 32 * i, 32);
    }
    return bytes;
  }

  private static List<byte[]> parts(byte[] bytes) {
    List<byte[]> hashes = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += 32) {
      hashes.add(Arrays.copyOfRange(bytes, at, at + 32));
    }
    return hashes;
  }

  private static void reject(InclusionProof proof, byte[] leaf, long size, byte[] root) {
    assertThatExceptionOfType(NotProvenException.class)
        .isThrownBy(() -> proof.verify(leaf, size, root));
  }
}
