package org.accordledger.audit.files;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * As many entries as can be read out of the bytes of an entry bundle: a bundle that is broken in
 * the middle still tells what stands before the break, and so where it is.
 */
public final class Entries {
  private static final int LENGTH_BYTES = 2;

  private final byte[] bytes;
  // where each leaf starts, and after the last one where the next would
  private final int[] starts;
  private final int count;
  private final @Nullable String broken;

  private Entries(byte[] bytes, int[] starts, int count, @Nullable String broken) {
    this.bytes = bytes;
    this.starts = starts;
    this.count = count;
    this.broken = broken;
  }

  /**
   * Splits a bundle.
   *
   * @param bytes kept, not copied
   * @param width entries that are wanted
   * @param alone whether the bundle ends with them; a full one is read in place of a partial one
   */
  public static Entries split(byte[] bytes, int width, boolean alone) {
    int[] starts = new int[width + 1];
    int at = 0;
    for (int i = 0; i < width; i++) {
      if (bytes.length - at < LENGTH_BYTES) {
        return new Entries(bytes, starts, i, "the bundle ends before this entry");
      }
      int length = (Byte.toUnsignedInt(bytes[at]) << 8) | Byte.toUnsignedInt(bytes[at + 1]);
      at += LENGTH_BYTES;
      starts[i] = at;
      if (bytes.length - at < length) {
        return new Entries(bytes, starts, i, "the bundle ends within this entry");
      }
      at += length;
      starts[i + 1] = at + LENGTH_BYTES;
    }
    int more = alone ? bytes.length - at : 0;
    return new Entries(
        bytes, starts, width, more == 0 ? null : more + " bytes follow the last entry");
  }

  static Entries none(String why) {
    return new Entries(new byte[0], new int[1], 0, why);
  }

  /** Entries that could be read. */
  public int count() {
    return count;
  }

  /** What ends them early or follows them; null if the bundle is whole. */
  public @Nullable String broken() {
    return broken;
  }

  /** The bytes of a leaf, counted from 0 within the bundle. */
  public byte[] leaf(int index) {
    return Arrays.copyOfRange(bytes, start(index), start(index) + length(index));
  }

  /** The bundle itself and not a copy of it, for the one who only hashes it. */
  public byte[] shared() {
    return bytes;
  }

  /** Where a leaf starts in {@link #shared()}. */
  public int start(int index) {
    return starts[index];
  }

  /** How long a leaf is. */
  public int length(int index) {
    return starts[index + 1] - LENGTH_BYTES - starts[index];
  }

  /** The bundle of exactly these entries. */
  public byte[] bundle() {
    return Arrays.copyOf(bytes, starts[count] - (count == 0 ? 0 : LENGTH_BYTES));
  }
}
