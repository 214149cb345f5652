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

  private static final List<String> INPUTS =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void theRootsOfTheFormatsVectorsComeOut() {
    TreeEdge edge = TreeEdge.empty();
    assertThat(HEX.formatHex(edge.root())).isEqualTo(ROOTS.getFirst());
    for (int size = 1; size <= INPUTS.size(); size++) {
      edge = edge.append(LogHash.leaf(HEX.parseHex(INPUTS.get(size - 1))));
      assertThat(HEX.formatHex(edge.root())).as("root at size %d", size).isEqualTo(ROOTS.get(size));
    }
  }

  @Test
  void theEdgeHasTheRootOfTheTreeByDefinitionAtEverySizeAndSurvivesBeingWrittenDown() {
    long seed = System.nanoTime();
    System.out.println("TreeEdgeTest seed " + seed);
    Random random = new Random(seed);
    List<byte[]> leaves = new ArrayList<>();
    TreeEdge edge = TreeEdge.empty();
    for (int size = 1; size <= 300; size++) {
      byte[] leaf = new byte[random.nextInt(80)];
      random.nextBytes(leaf);
      leaves.add(leaf);
      if (random.nextInt(4) == 0) {
        edge = TreeEdge.of(edge.size(), edge.bytes());
      }
      edge = edge.append(LogHash.leaf(leaf));
      assertThat(edge.size()).isEqualTo(size);
      assertThat(edge.root())
          .as("root at size %d, seed %d", size, seed)
          .isEqualTo(NaiveTree.root(leaves));
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
