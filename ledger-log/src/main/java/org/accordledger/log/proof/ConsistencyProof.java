package org.accordledger.log.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.accordledger.log.LogHash;
import org.accordledger.log.NotProvenException;

/** Proof that a tree begins with all the leaves of an earlier one (RFC 9162, section 2.1.4). */
public final class ConsistencyProof {
  private final List<byte[]> hashes;

  private ConsistencyProof(List<byte[]> hashes) {
    this.hashes = HashList.copy(hashes);
  }

  /**
   * A proof as it was received; nothing is verified.
   *
   * @throws org.accordledger.log.LogFormatException when no tree has such a proof
   */
  public static ConsistencyProof of(List<byte[]> hashes) {
    return new ConsistencyProof(hashes);
  }

  /**
   * Builds the proof that the tree of the first {@code to} leaves continues that of the first
   * {@code from}. It is empty when the sizes are equal or when there was nothing to continue.
   *
   * @throws IllegalArgumentException when the tree would have to shrink
   */
  public static ConsistencyProof build(long from, long to, NodeHashes nodes) {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("a log does not grow from " + from + " to " + to);
    }
    if (from == 0 || from == to) {
      return new ConsistencyProof(List.of());
    }
    List<byte[]> fromTheRoot = new ArrayList<>();
    Subtree around = new Subtree(0, to);
    while (around.to() != from) {
      boolean left = from <= around.middle();
      fromTheRoot.add((left ? around.right() : around.left()).root(nodes));
      around = left ? around.left() : around.right();
    }
    if (around.from() != 0) {
      // else it is the earlier tree itself, whose root the verifier has
      fromTheRoot.add(around.root(nodes));
    }
    return new ConsistencyProof(fromTheRoot.reversed());
  }

  /** In the order of RFC 9162, 32 bytes each. */
  public List<byte[]> hashes() {
    return HashList.copy(hashes);
  }

  /**
   * Verifies (RFC 9162, section 2.1.4.2).
   *
   * @param from leaves in the earlier tree
   * @param earlier root of the earlier tree
   * @param to leaves in the later tree
   * @param later root of the later tree
   * @throws NotProvenException when the later tree does not continue the earlier one, as far as
   *     this proof goes; also when a tree without leaves is said to have another root than SHA-256
   *     of nothing
   */
  public void verify(long from, byte[] earlier, long to, byte[] later) {
    if (from < 0 || to < from) {
      throw new NotProvenException("a log does not grow from " + from + " to " + to);
    }
    requireEmptyRoot(from, earlier);
    requireEmptyRoot(to, later);
    if (from > 0 && from < to) {
      climb(from, earlier, to, later);
    } else if (!hashes.isEmpty()) {
      throw new NotProvenException("a consistency proof with hashes left over");
    } else if (from == to && !Arrays.equals(earlier, later)) {
      throw new NotProvenException("two roots for one size, " + from);
    }
  }

  private void climb(long from, byte[] earlier, long to, byte[] later) {
    List<byte[]> path = new ArrayList<>(hashes);
    if (Long.bitCount(from) == 1 && !path.isEmpty()) {
      path.addFirst(earlier);
    }
    if (path.isEmpty()) {
      throw new NotProvenException("a consistency proof that lacks hashes");
    }
    int shared = Long.numberOfTrailingZeros(from);
    long node = (from - 1) >> shared;
    long last = (to - 1) >> shared;
    byte[] before = path.getFirst();
    byte[] after = before;
    for (byte[] hash : path.subList(1, path.size())) {
      if (last == 0) {
        throw new NotProvenException("a consistency proof with hashes left over");
      }
      if ((node & 1) == 1 || node == last) {
        before = LogHash.node(hash, before);
        after = LogHash.node(hash, after);
        int skipped = Long.numberOfTrailingZeros(node);
        node >>= skipped;
        last >>= skipped;
      } else {
        after = LogHash.node(after, hash);
      }
      node >>= 1;
      last >>= 1;
    }
    if (last != 0) {
      throw new NotProvenException("a consistency proof that lacks hashes");
    }
    if (!Arrays.equals(before, earlier) || !Arrays.equals(after, later)) {
      throw new NotProvenException("size %d does not continue size %d".formatted(to, from));
    }
  }

  private static void requireEmptyRoot(long size, byte[] root) {
    if (size == 0 && !Arrays.equals(root, LogHash.emptyRoot())) {
      throw new NotProvenException("a tree without leaves has another root");
    }
  }
}
