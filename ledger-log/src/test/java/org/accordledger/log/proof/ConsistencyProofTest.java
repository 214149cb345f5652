package org.accordledger.log.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogHash;
import org.accordledger.log.Mutations;
import org.accordledger.log.NaiveTree;
import org.accordledger.log.NotProvenException;
import org.accordledger.log.RandomLeaves;
import org.accordledger.log.Seeds;
import org.accordledger.log.tile.PublishedTiles;
import org.junit.jupiter.api.Test;

class ConsistencyProofTest {
  private static final int SMALL = 40;

  private final Random random = Seeds.random(ConsistencyProofTest.class);
  private final List<byte[]> leaves = RandomLeaves.of(SMALL, random);
  private final List<byte[]> roots =
      IntStream.rangeClosed(0, SMALL)
          .mapToObj(size -> NaiveTree.root(leaves.subList(0, size)))
          .toList();

  @Test
  void aProofIsTheOneByDefinitionAndProvesEveryEarlierSize() {
    PublishedTiles tiles = PublishedTiles.of(leaves);
    for (int to = 0; to <= SMALL; to++) {
      for (int from = 0; from <= to; from++) {
        ConsistencyProof proof = ConsistencyProof.build(from, to, new TileNodes(to, tiles));
        List<byte[]> expected =
            from == 0 ? List.of() : NaiveTree.consistency(from, leaves.subList(0, to));
        assertThat(proof.hashes()).as("%d to %d", from, to).containsExactlyElementsOf(expected);
        proof.verify(from, root(from), to, root(to));
      }
    }
  }

  @Test
  void proofsFromTheTilesOfLargeTreesAreThoseByDefinition() {
    List<byte[]> many = RandomLeaves.of(100_000, random);
    PublishedTiles tiles = PublishedTiles.of(many);
    for (int i = 0; i < 12; i++) {
      int to = i == 0 ? many.size() : RandomLeaves.size(many.size(), random);
      int from = 1 + random.nextInt(to);
      ConsistencyProof proof = ConsistencyProof.build(from, to, new TileNodes(to, tiles));
      assertThat(proof.hashes())
          .as("%d to %d", from, to)
          .containsExactlyElementsOf(NaiveTree.consistency(from, many.subList(0, to)));
      proof.verify(
          from, NaiveTree.root(many.subList(0, from)), to, NaiveTree.root(many.subList(0, to)));
    }
  }

  @Test
  void anyChangedByteOfAProofOrOfEitherRootIsRejected() {
    for (int from : new int[] {6, 8}) {
      int to = 21;
      List<byte[]> proof = proof(from, to);
      for (int at = 0; at < proof.size(); at++) {
        List<byte[]> changed = new ArrayList<>(proof);
        int place = at;
        Mutations.of(
            proof.get(at),
            bytes -> {
              changed.set(place, bytes);
              reject(changed, from, root(from), to, root(to));
            });
      }
      Mutations.bits(root(from), bytes -> reject(proof, from, bytes, to, root(to)));
      Mutations.bits(root(to), bytes -> reject(proof, from, root(from), to, bytes));
    }
  }

  @Test
  void missingSurplusAndMisplacedHashesAreRejected() {
    for (int to = 1; to <= 20; to++) {
      for (int from = 0; from <= to; from++) {
        List<byte[]> proof = from == 0 ? List.of() : proof(from, to);
        for (int at = 0; at < proof.size(); at++) {
          List<byte[]> fewer = new ArrayList<>(proof);
          fewer.remove(at);
          reject(fewer, from, root(from), to, root(to));
        }
        for (int at = 0; at <= proof.size(); at++) {
          for (byte[] surplus : List.of(new byte[32], root(from), root(to))) {
            List<byte[]> more = new ArrayList<>(proof);
            more.add(at, surplus);
            reject(more, from, root(from), to, root(to));
          }
        }
      }
    }
  }

  @Test
  void aHashLeftOverIsRejectedAlsoWhenItLeadsToTheRoots() {
    byte[] surplus = LogHash.leaf(new byte[] {9});
    for (int to = 2; to <= 20; to++) {
      for (int from = 1; from < to; from++) {
        List<byte[]> more = new ArrayList<>(proof(from, to));
        more.add(surplus);
        byte[] earlier = LogHash.node(surplus, root(from));
        byte[] later = LogHash.node(surplus, root(to));
        reject(more, from, root(from), to, LogHash.node(root(to), surplus));
        reject(more, from, earlier, to, later);
      }
    }
  }

  @Test
  void aProofForOtherSizesIsRejectedWithTheirRoots() {
    for (int to = 2; to <= 16; to++) {
      for (int from = 1; from < to; from++) {
        List<byte[]> proof = proof(from, to);
        for (int other = 1; other <= SMALL; other++) {
          if (other != from && other < to) {
            reject(proof, other, root(other), to, root(to));
            reject(proof, other, root(from), to, root(to));
          }
          if (other != to && other > from) {
            reject(proof, from, root(from), other, root(other));
          }
        }
      }
    }
  }

  @Test
  void aHistoryThatWasRewrittenIsNotConsistentWithAnyProofThatCanBeBuiltFromIt() {
    List<byte[]> rewritten = new ArrayList<>(leaves);
    rewritten.set(random.nextInt(20), new byte[] {1, 2, 3});
    PublishedTiles tiles = PublishedTiles.of(rewritten);
    for (int from = 20; from <= SMALL; from++) {
      List<byte[]> proof =
          ConsistencyProof.build(from, SMALL, new TileNodes(SMALL, tiles)).hashes();
      reject(proof, from, root(from), SMALL, NaiveTree.root(rewritten));
      reject(proof(from, SMALL), from, root(from), SMALL, NaiveTree.root(rewritten));
    }
  }

  @Test
  void emptyTreesAndEqualSizesNeedNoProofAndTakeNone() {
    byte[] empty = LogHash.emptyRoot();
    ConsistencyProof none = ConsistencyProof.of(List.of());
    none.verify(0, empty, 0, empty);
    none.verify(0, empty, 5, root(5));
    none.verify(5, root(5), 5, root(5));
    reject(List.of(), 5, root(5), 5, root(6));
    reject(List.of(), 4, root(4), 5, root(5));
    reject(List.of(), 4, root(4), 8, root(4));
    reject(List.of(), 0, root(1), 5, root(5));
    reject(List.of(), 0, root(1), 0, root(1));
    reject(List.of(root(5)), 5, root(5), 5, root(5));
    reject(List.of(root(5)), 0, empty, 5, root(5));
    reject(proof(3, 5), 5, root(5), 3, root(3));
    reject(List.of(), -1, empty, 5, root(5));
  }

  @Test
  void whatCannotBeAProofIsNotBuiltOrTaken() {
    TileNodes nodes = new TileNodes(SMALL, PublishedTiles.of(leaves));
    assertThatIllegalArgumentException().isThrownBy(() -> ConsistencyProof.build(3, 2, nodes));
    assertThatIllegalArgumentException().isThrownBy(() -> ConsistencyProof.build(-1, 2, nodes));
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> ConsistencyProof.of(List.of(new byte[33])));
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> ConsistencyProof.of(Collections.nCopies(64, new byte[32])));
  }

  private List<byte[]> proof(int from, int to) {
    return NaiveTree.consistency(from, leaves.subList(0, to));
  }

  private byte[] root(int size) {
    return roots.get(size).clone();
  }

  private static void reject(List<byte[]> proof, long from, byte[] earlier, long to, byte[] later) {
    assertThatExceptionOfType(NotProvenException.class)
        .as("%d to %d", from, to)
        .isThrownBy(() -> ConsistencyProof.of(proof).verify(from, earlier, to, later));
  }
}
