package org.accordledger.log.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.Mutations;
import org.accordledger.log.RandomLeaves;
import org.accordledger.log.Seeds;
import org.junit.jupiter.api.Test;

class EntryBundleTest {
  private static final BundleAddress TWO = new BundleAddress(0, 2);

  @Test
  void anEntryIsItsLengthInTwoBytesThenItself() {
    EntryBundle bundle = EntryBundle.of(TWO, List.of(new byte[] {7, 8}, new byte[300]));
    byte[] bytes = bundle.bytes();
    assertThat(bytes).hasSize(2 + 2 + 2 + 300).startsWith(0, 2, 7, 8, 1, 44, 0);
    assertThat(bundle.leaf(0)).containsExactly(7, 8);
    assertThat(bundle.leaf(1)).hasSize(300);
  }

  @Test
  void aBundleIsReadAsItWasWritten() {
    Random random = Seeds.random(EntryBundleTest.class);
    for (int i = 0; i < 100; i++) {
      List<byte[]> leaves = RandomLeaves.of(1 + random.nextInt(256), random);
      BundleAddress address = new BundleAddress(random.nextInt(1_000), leaves.size());
      EntryBundle read = EntryBundle.parse(address, EntryBundle.of(address, leaves).bytes());
      for (int k = 0; k < leaves.size(); k++) {
        assertThat(read.leaf(k)).isEqualTo(leaves.get(k));
      }
    }
  }

  @Test
  void theLongestEntryFitsAndALongerOneDoesNot() {
    EntryBundle longest = EntryBundle.of(TWO, List.of(new byte[65_535], new byte[0]));
    assertThat(EntryBundle.parse(TWO, longest.bytes()).leaf(0)).hasSize(65_535);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EntryBundle.of(TWO, List.of(new byte[65_536], new byte[0])));
  }

  @Test
  void aBundleThatIsCutOffOrGoesOnOrHoldsAnotherNumberIsRefused() {
    byte[] bytes = EntryBundle.of(TWO, List.of(new byte[] {7, 8}, new byte[] {9})).bytes();
    for (int length = 0; length < bytes.length; length++) {
      refuse(TWO, Arrays.copyOf(bytes, length));
    }
    refuse(TWO, Arrays.copyOf(bytes, bytes.length + 1));
    refuse(new BundleAddress(0, 1), bytes);
    refuse(new BundleAddress(0, 3), bytes);
    refuse(new BundleAddress(0, 3), new byte[0]);
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> EntryBundle.of(TWO, List.of(new byte[1])));
  }

  @Test
  void anyChangedByteOfABundleIsRefusedOrGivesAnotherTile() {
    // empty entries beside full ones, so that some changed lengths still add up
    List<byte[]> leaves =
        List.of(new byte[0], new byte[] {0, 0}, new byte[0], new byte[] {0, 1, 5}, new byte[1]);
    BundleAddress address = new BundleAddress(0, leaves.size());
    byte[] original = EntryBundle.of(address, leaves).bytes();
    byte[] tile = tile(EntryBundle.parse(address, original));
    int[] read = new int[1];
    Mutations.of(
        original,
        bytes -> {
          try {
            EntryBundle changed = EntryBundle.parse(address, bytes);
            read[0]++;
            assertThat(tile(changed)).isNotEqualTo(tile);
          } catch (LogFormatException refused) {
            assertThat(refused).hasMessageStartingWith(address.path());
          }
        });
    assertThat(read[0]).as("some changes are only seen by the hashes").isPositive();
  }

  @Test
  void whatWasHandedInOrOutCanBeChangedWithoutChangingTheBundle() {
    byte[] bytes = {0, 1, 7, 0, 0};
    EntryBundle bundle = EntryBundle.parse(TWO, bytes);
    bytes[2] = 0;
    bundle.bytes()[2] = 0;
    assertThat(bundle.bytes()).containsExactly(0, 1, 7, 0, 0);
  }

  private static byte[] tile(EntryBundle bundle) {
    TreeHasher hasher = TreeHasher.empty();
    hasher.append(bundle);
    return hasher.partialTiles().getFirst().bytes();
  }

  private static void refuse(BundleAddress address, byte[] bytes) {
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> EntryBundle.parse(address, bytes));
  }
}
