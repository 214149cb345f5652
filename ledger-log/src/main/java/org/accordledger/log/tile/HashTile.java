package org.accordledger.log.tile;

import java.util.Arrays;
import java.util.OptionalInt;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogHash;
import org.jspecify.annotations.Nullable;

/** A hash tile: up to 256 hashes of 32 bytes one after the other. */
public final class HashTile {
  private final TileAddress address;
  private final byte[] hashes;
  // by height less one: made when first asked for, as one proof asks for many of them
  private volatile byte @Nullable [][] inner;

  private HashTile(TileAddress address, byte[] hashes) {
    this.address = address;
    this.hashes = hashes;
  }

  /**
   * The tile that the bytes of a file are said to be. Whether they are is for a root to tell.
   *
   * @throws LogFormatException when they are more or fewer than the width says
   */
  public static HashTile of(TileAddress address, byte[] bytes) {
    if (bytes.length != address.width() * LogHash.BYTES) {
      throw new LogFormatException(
          "%s is %d bytes, not %d"
              .formatted(address, address.width() * LogHash.BYTES, bytes.length));
    }
    return new HashTile(address, bytes.clone());
  }

  /** Where the tile stands. */
  public TileAddress address() {
    return address;
  }

  /** The bytes of its file, 32 for each hash. */
  public byte[] bytes() {
    return hashes.clone();
  }

  /**
   * The root of a perfect subtree of this tile.
   *
   * @param height 0 for a hash of the tile itself, up to 8 for the root of a full tile
   * @param index counted from 0 from the left among the subtrees of that height
   * @return 32 bytes
   * @throws IndexOutOfBoundsException when the tile is not wide enough
   */
  public byte[] subtree(int height, int index) {
    if (height < 0 || index < 0 || ((index + 1) << height) > address.width()) {
      throw new IndexOutOfBoundsException(
          "%s has no subtree %d of height %d".formatted(address, index, height));
    }
    return hash(height == 0 ? hashes : inner()[height - 1], index);
  }

  private static byte[] hash(byte[] level, int index) {
    return Arrays.copyOfRange(level, index * LogHash.BYTES, (index + 1) * LogHash.BYTES);
  }

  private byte[][] inner() {
    byte @Nullable [][] known = inner;
    if (known == null) {
      known = hashInner();
      inner = known;
    }
    return known;
  }

  private byte[][] hashInner() {
    byte[][] levels = new byte[TileAddress.HEIGHT][];
    byte[] below = hashes;
    for (int height = 1; height <= TileAddress.HEIGHT; height++) {
      int width = address.width() >> height;
      byte[] level = new byte[width * LogHash.BYTES];
      for (int i = 0; i < width; i++) {
        byte[] node = LogHash.node(hash(below, 2 * i), hash(below, 2 * i + 1));
        System.arraycopy(node, 0, level, i * LogHash.BYTES, LogHash.BYTES);
      }
      levels[height - 1] = level;
      below = level;
    }
    return levels;
  }

  /**
   * The tile as it was when it held only its first {@code width} hashes, for a source that has it
   * wider than a tree needs it.
   */
  public HashTile cut(int width) {
    if (width > address.width()) {
      throw new IllegalArgumentException(address + " has no " + width + " hashes");
    }
    return of(address.atWidth(width), Arrays.copyOf(hashes, width * LogHash.BYTES));
  }

  /**
   * The first hash in which two tiles of the same address differ: where a served tile is wrong when
   * this one was made from the entries.
   *
   * @return counted from 0 within the tile, or nothing when they are the same
   */
  public OptionalInt firstDifference(HashTile served) {
    if (!address.equals(served.address)) {
      throw new IllegalArgumentException(address + " is not comparable with " + served.address);
    }
    int at = Arrays.mismatch(hashes, served.hashes);
    return at < 0 ? OptionalInt.empty() : OptionalInt.of(at / LogHash.BYTES);
  }
}
