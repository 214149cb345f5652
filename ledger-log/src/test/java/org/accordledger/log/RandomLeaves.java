package org.accordledger.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Leaves of random bytes and lengths, which is all that a tree knows of them. */
public final class RandomLeaves {
  private RandomLeaves() {}

  /** So many leaves of up to 79 bytes. */
  public static List<byte[]> of(int count, Random random) {
    List<byte[]> leaves = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      byte[] leaf = new byte[random.nextInt(80)];
      random.nextBytes(leaf);
      leaves.add(leaf);
    }
    return leaves;
  }

  /** A size up to {@code most}, as often near the end of a tile or of a power of two as not. */
  public static int size(int most, Random random) {
    int near =
        switch (random.nextInt(4)) {
          case 0 -> 256 * random.nextInt(most / 256 + 1);
          case 1 -> 1 << random.nextInt(17);
          default -> random.nextInt(most + 1);
        };
    return Math.clamp(near + random.nextInt(3) - 1, 1, most);
  }
}
