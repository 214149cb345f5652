package org.accordledger.log.tile;

import java.util.Arrays;
import java.util.List;
import org.accordledger.log.Leaf;
import org.accordledger.log.LogFormatException;

/**
 * Up to 256 entries of the log: for each the length of its leaf as a big-endian uint16, then the
 * leaf (c2sp.org/tlog-tiles).
 */
public final class EntryBundle {
  private static final int LENGTH_BYTES = 2;

  private final BundleAddress address;
  private final byte[] bytes;
  // where each leaf starts in the bytes, and after the last one where the next would
  private final int[] starts;

  private EntryBundle(BundleAddress address, byte[] bytes, int[] starts) {
    this.address = address;
    this.bytes = bytes;
    this.starts = starts;
  }

  /**
   * Writes a bundle.
   *
   * @param leaves as many as the address is wide, each at most 65,535 bytes
   */
  public static EntryBundle of(BundleAddress address, List<byte[]> leaves) {
    int length = 0;
    for (byte[] leaf : leaves) {
      if (leaf.length > Leaf.MAX_BYTES) {
        throw new IllegalArgumentException("an entry has at most 65,535 bytes");
      }
      length += LENGTH_BYTES + leaf.length;
    }
    byte[] bytes = new byte[length];
    int at = 0;
    for (byte[] leaf : leaves) {
      bytes[at] = (byte) (leaf.length >> 8);
      bytes[at + 1] = (byte) leaf.length;
      System.arraycopy(leaf, 0, bytes, at + LENGTH_BYTES, leaf.length);
      at += LENGTH_BYTES + leaf.length;
    }
    return new EntryBundle(address, bytes, starts(address, bytes));
  }

  /**
   * Reads a bundle.
   *
   * @throws LogFormatException when it is cut off, has bytes left over or another number of entries
   *     than the address says
   */
  public static EntryBundle parse(BundleAddress address, byte[] bytes) {
    byte[] own = bytes.clone();
    return new EntryBundle(address, own, starts(address, own));
  }

  private static int[] starts(BundleAddress address, byte[] bytes) {
    int[] starts = new int[address.width() + 1];
    int at = 0;
    for (int i = 0; i < address.width(); i++) {
      if (bytes.length - at < LENGTH_BYTES) {
        throw new LogFormatException(address + " ends before entry " + i);
      }
      int length = Byte.toUnsignedInt(bytes[at]) << 8 | Byte.toUnsignedInt(bytes[at + 1]);
      starts[i] = at + LENGTH_BYTES;
      at = starts[i] + length;
      if (at > bytes.length) {
        throw new LogFormatException(address + " ends within entry " + i);
      }
    }
    if (at != bytes.length) {
      throw new LogFormatException(address + " goes on for " + (bytes.length - at) + " bytes");
    }
    starts[address.width()] = at + LENGTH_BYTES;
    return starts;
  }

  /** Where the bundle stands. */
  public BundleAddress address() {
    return address;
  }

  /** The bytes of its file. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The bytes of a leaf, counted from 0 within the bundle. */
  public byte[] leaf(int index) {
    return Arrays.copyOfRange(bytes, starts[index], end(index));
  }

  /** The bytes themselves and not a copy of them, for the one who only hashes them. */
  byte[] shared() {
    return bytes;
  }

  int start(int index) {
    return starts[index];
  }

  int end(int index) {
    return starts[index + 1] - LENGTH_BYTES;
  }
}
