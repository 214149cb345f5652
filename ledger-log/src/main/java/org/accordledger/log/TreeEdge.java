package org.accordledger.log;

import java.util.Arrays;

/**
 * The right edge of the tree over all leaves so far: the roots of the perfect subtrees that make it
 * up, largest (leftmost) first. Enough to append to the tree and to give its root, at 32 bytes for
 * each bit set in the size. Immutable, so that a batch that fails leaves the edge as it was.
 */
public final class TreeEdge {
  private static final TreeEdge EMPTY = new TreeEdge(0, new byte[0][]);

  private final long size;
  private final byte[][] subtrees;

  private TreeEdge(long size, byte[][] subtrees) {
    this.size = size;
    this.subtrees = subtrees;
  }

  /** The edge of the tree without leaves. */
  public static TreeEdge empty() {
    return EMPTY;
  }

  /**
   * Reads what {@link #bytes()} wrote.
   *
   * @param size leaves in the tree
   * @throws IllegalArgumentException when the length does not fit the size
   */
  public static TreeEdge of(long size, byte[] bytes) {
    int count = Long.bitCount(size);
    if (size < 0 || bytes.length != count * LogHash.BYTES) {
      throw new IllegalArgumentException(
          "the edge of a tree of " + size + " leaves is not " + bytes.length + " bytes");
    }
    byte[][] subtrees = new byte[count][];
    for (int i = 0; i < count; i++) {
      subtrees[i] = Arrays.copyOfRange(bytes, i * LogHash.BYTES, (i + 1) * LogHash.BYTES);
    }
    return new TreeEdge(size, subtrees);
  }

  /** The edge after one more leaf, given by its {@link LogHash#leaf} hash. */
  public TreeEdge append(byte[] leafHash) {
    if (leafHash.length != LogHash.BYTES) {
      throw new IllegalArgumentException("a leaf hash has 32 bytes, not " + leafHash.length);
    }
    byte[] hash = leafHash;
    int kept = subtrees.length;
    for (long rest = size; (rest & 1) == 1; rest >>= 1) {
      kept--;
      hash = LogHash.node(subtrees[kept], hash);
    }
    byte[][] next = Arrays.copyOf(subtrees, kept + 1);
    next[kept] = hash;
    return new TreeEdge(size + 1, next);
  }

  /** Leaves in the tree. */
  public long size() {
    return size;
  }

  /** Root hash of the tree, 32 bytes. */
  public byte[] root() {
    if (subtrees.length == 0) {
      return LogHash.emptyRoot();
    }
    byte[] root = subtrees[subtrees.length - 1];
    for (int i = subtrees.length - 2; i >= 0; i--) {
      root = LogHash.node(subtrees[i], root);
    }
    return root.clone();
  }

  /** The subtrees' roots one after the other, 32 bytes each; the size is kept beside them. */
  public byte[] bytes() {
    byte[] bytes = new byte[subtrees.length * LogHash.BYTES];
    for (int i = 0; i < subtrees.length; i++) {
      System.arraycopy(subtrees[i], 0, bytes, i * LogHash.BYTES, LogHash.BYTES);
    }
    return bytes;
  }
}
