package org.accordledger.audit.files;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As many entries as can be read out of the bytes of an entry bundle: a bundle that is broken in
 * the middle still tells what stands before the break, and so where it is.
 *
 * @param leaves the bytes of the entries that could be read
 * @param broken what ends them early or follows them; null if the bundle is whole
 */
public record Entries(List<byte[]> leaves, @Nullable String broken) {
  private static final int LENGTH_BYTES = 2;

  /**
   * Splits a bundle.
   *
   * @param width entries that are wanted
   * @param alone whether the bundle ends with them; a full one is read in place of a partial one
   */
  public static Entries split(byte[] bytes, int width, boolean alone) {
    List<byte[]> leaves = new ArrayList<>(width);
    int at = 0;
    while (leaves.size() < width) {
      if (bytes.length - at < LENGTH_BYTES) {
        return new Entries(leaves, "the bundle ends before this entry");
      }
      int length = Byte.toUnsignedInt(bytes[at]) << 8 | Byte.toUnsignedInt(bytes[at + 1]);
      at += LENGTH_BYTES;
      if (bytes.length - at < length) {
        return new Entries(leaves, "the bundle ends within this entry");
      }
      byte[] leaf = new byte[length];
      System.arraycopy(bytes, at, leaf, 0, length);
      leaves.add(leaf);
      at += length;
    }
    boolean more = alone && at != bytes.length;
    return new Entries(leaves, more ? (bytes.length - at) + " bytes follow the last entry" : null);
  }

  static Entries none(String why) {
    return new Entries(List.of(), why);
  }
}
