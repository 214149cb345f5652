package org.accordledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeEdgeTest {
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void theRootsOfTheFormatsVectorsComeOut() {
    TreeEdge edge = TreeEdge.empty();
    assertThat(HEX.formatHex(edge.root())).isEqualTo(TreeVectors.ROOTS.getFirst());
    for (byte[] leaf : TreeVectors.leaves()) {
      edge = edge.append(LogHash.leaf(leaf));
      int size = (int) edge.size();
      assertThat(HEX.formatHex(edge.root()))
          .as("root at size %d", size)
          .isEqualTo(TreeVectors.ROOTS.get(size));
    }
  }

  @Test
  void theEdgeHasTheRootOfTheTreeByDefinitionAtEverySizeAndSurvivesBeingWrittenDown() {
    Random random = Seeds.random(TreeEdgeTest.class);
    List<byte[]> leaves = new ArrayList<>();
    TreeEdge edge = TreeEdge.empty();
    for (int size = 1; size <= 300; size++) {
      byte[] leaf = RandomLeaves.of(1, random).getFirst();
      leaves.add(leaf);
      if (random.nextInt(4) == 0) {
        edge = TreeEdge.of(edge.size(), edge.bytes());
      }
      edge = edge.append(LogHash.leaf(leaf));
      assertThat(edge.size()).isEqualTo(size);
      assertThat(edge.root()).as("root at size %d", size).isEqualTo(NaiveTree.root(leaves));
    }
  }

  @Test
  void anEdgeThatWasAppendedToStaysAsItWas() {
    TreeEdge before = TreeEdge.empty().append(LogHash.leaf(new byte[] {1}));
    byte[] root = before.root();
    before.append(LogHash.leaf(new byte[] {2}));
    before.root()[0] ^= 1;
    assertThat(before.root()).isEqualTo(root);
    assertThat(before.size()).isEqualTo(1);
  }

  @Test
  void anEdgeOfTheWrongLengthForItsSizeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> TreeEdge.of(3, new byte[32]));
    assertThatIllegalArgumentException().isThrownBy(() -> TreeEdge.of(-1, new byte[0]));
    assertThatIllegalArgumentException().isThrownBy(() -> TreeEdge.empty().append(new byte[31]));
  }
}
