package org.accordledger.log.tile;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.accordledger.log.LogHash;
import org.accordledger.log.TreeEdge;

/**
 * One pass over all entries that makes every hash tile and the root: the publisher writes the
 * tiles, the auditor compares them with the served ones. Holds one hash for each height of the tree
 * and one tile for each level, at most 68 KiB however large the log.
 *
 * <p>The one class here that changes: it belongs to one thread. It hashes millions of entries, so
 * it works in its own arrays and asks for its digest once.
 */
public final class TreeHasher {
  private static final byte LEAF_PREFIX = 0;
  private static final byte NODE_PREFIX = 1;
  private static final int LEFT = 1;
  private static final int RIGHT = LEFT + LogHash.BYTES;
  private static final int HEIGHTS = 63;

  private final MessageDigest sha256;
  // 0x01, left and right: the right half also receives every hash, so that it need not be moved
  private final byte[] node = new byte[RIGHT + LogHash.BYTES];
  // by height: the root of the perfect subtree that waits for its right sibling
  private final byte[] waiting = new byte[HEIGHTS * LogHash.BYTES];
  private final byte[][] tiles =
      new byte[TileAddress.TOP_LEVEL + 1][TileAddress.FULL * LogHash.BYTES];
  private long size;

  private TreeHasher() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    node[0] = NODE_PREFIX;
  }

  /** Before the first entry. */
  public static TreeHasher empty() {
    return new TreeHasher();
  }

  /**
   * Goes on after {@code size} entries. Reads only the tiles that are not full, and believes them:
   * compare {@link #root()} with a signed root before using what comes next.
   *
   * @param size entries in the tree that the tiles belong to
   */
  public static TreeHasher resume(long size, TileSource source) {
    TreeHasher hasher = new TreeHasher();
    TreeTiles.partial(size).forEach(address -> hasher.take(address, source.tile(address)));
    hasher.size = size;
    return hasher;
  }

  private void take(TileAddress address, HashTile tile) {
    if (!tile.address().equals(address)) {
      throw new IllegalArgumentException("asked for " + address + ", got " + tile.address());
    }
    int level = address.level();
    int width = address.width();
    byte[] bytes = tile.bytes();
    System.arraycopy(bytes, 0, tiles[level], 0, bytes.length);
    for (int height = 0; height < TileAddress.HEIGHT; height++) {
      if ((width >> height & 1) == 1) {
        byte[] subtree = tile.subtree(height, (width >> height) - 1);
        int at = (level * TileAddress.HEIGHT + height) * LogHash.BYTES;
        System.arraycopy(subtree, 0, waiting, at, LogHash.BYTES);
      }
    }
  }

  /**
   * Takes the next entries.
   *
   * @return the tiles that became full, lowest level first; mostly none
   * @throws IllegalArgumentException when the bundle does not begin at {@link #size()}
   */
  public List<HashTile> append(EntryBundle bundle) {
    if (bundle.address().firstPosition() != size) {
      throw new IllegalArgumentException(bundle.address() + " does not follow " + size);
    }
    List<HashTile> full = new ArrayList<>(1);
    for (int i = 0; i < bundle.address().width(); i++) {
      append(bundle.shared(), bundle.start(i), bundle.end(i) - bundle.start(i), full);
    }
    return full;
  }

  /** Takes the next entry, given by the bytes of its leaf; returns as the other one does. */
  public List<HashTile> append(byte[] leaf) {
    List<HashTile> full = new ArrayList<>(0);
    append(leaf, 0, leaf.length, full);
    return full;
  }

  private void append(byte[] bytes, int offset, int length, List<HashTile> full) {
    sha256.update(LEAF_PREFIX);
    sha256.update(bytes, offset, length);
    finish();
    keep(0, full);
    int height = 0;
    for (long rest = size; (rest & 1) == 1; rest >>= 1) {
      System.arraycopy(waiting, height * LogHash.BYTES, node, LEFT, LogHash.BYTES);
      sha256.update(node, 0, node.length);
      finish();
      height++;
      if (height % TileAddress.HEIGHT == 0) {
        keep(height / TileAddress.HEIGHT, full);
      }
    }
    System.arraycopy(node, RIGHT, waiting, height * LogHash.BYTES, LogHash.BYTES);
    size++;
  }

  private void finish() {
    try {
      sha256.digest(node, RIGHT, LogHash.BYTES);
    } catch (DigestException e) {
      throw new IllegalStateException("32 bytes are enough for SHA-256", e);
    }
  }

  /** Puts the hash at hand into the tile where it belongs. */
  private void keep(int level, List<HashTile> full) {
    long index = size >> (TileAddress.HEIGHT * level);
    int within = (int) (index % TileAddress.FULL);
    System.arraycopy(node, RIGHT, tiles[level], within * LogHash.BYTES, LogHash.BYTES);
    if (within == TileAddress.FULL - 1) {
      TileAddress address = new TileAddress(level, index / TileAddress.FULL, TileAddress.FULL);
      full.add(HashTile.of(address, tiles[level]));
    }
  }

  /** Entries so far. */
  public long size() {
    return size;
  }

  /** The tiles that are not full yet, lowest level first; together with the full ones, the tree. */
  public List<HashTile> partialTiles() {
    return TreeTiles.partial(size).map(this::partialTile).toList();
  }

  private HashTile partialTile(TileAddress address) {
    int length = address.width() * LogHash.BYTES;
    return HashTile.of(address, Arrays.copyOf(tiles[address.level()], length));
  }

  /** The edge of the tree over the entries so far. */
  public TreeEdge edge() {
    byte[] bytes = new byte[Long.bitCount(size) * LogHash.BYTES];
    int at = 0;
    for (int height = HEIGHTS - 1; height >= 0; height--) {
      if ((size >> height & 1) == 1) {
        System.arraycopy(waiting, height * LogHash.BYTES, bytes, at, LogHash.BYTES);
        at += LogHash.BYTES;
      }
    }
    return TreeEdge.of(size, bytes);
  }

  /** Root of the tree over the entries so far, 32 bytes. */
  public byte[] root() {
    return edge().root();
  }
}
