package org.accordledger.log.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.accordledger.log.LogHash;
import org.accordledger.log.NotProvenException;

/** Proof that a leaf stands at a position of a tree (RFC 9162, section 2.1.3). */
public final class InclusionProof {
  private final long index;
  private final List<byte[]> hashes;

  private InclusionProof(long index, List<byte[]> hashes) {
    this.index = index;
    this.hashes = HashList.copy(hashes);
  }

  /**
   * A proof as it was received; nothing is verified.
   *
   * @param index of the leaf, from 0
   * @param hashes from the leaf's sibling up, 32 bytes each
   * @throws org.accordledger.log.LogFormatException when no tree has such a proof
   */
  public static InclusionProof of(long index, List<byte[]> hashes) {
    if (index < 0) {
      throw new IllegalArgumentException("leaves count from 0, not " + index);
    }
    return new InclusionProof(index, hashes);
  }

  /**
   * Builds the proof that leaf {@code index} is in the tree of the first {@code size} leaves.
   *
   * @throws IllegalArgumentException unless the index is less than the size
   */
  public static InclusionProof build(long index, long size, NodeHashes nodes) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("a tree of " + size + " leaves has no leaf " + index);
    }
    List<byte[]> fromTheRoot = new ArrayList<>();
    Subtree around = new Subtree(0, size);
    while (around.width() > 1) {
      boolean left = index < around.middle();
      fromTheRoot.add((left ? around.right() : around.left()).root(nodes));
      around = left ? around.left() : around.right();
    }
    return new InclusionProof(index, fromTheRoot.reversed());
  }

  /** The leaf's position, from 0. */
  public long index() {
    return index;
  }

  /** From the leaf's sibling up to the root's child, 32 bytes each. */
  public List<byte[]> hashes() {
    return HashList.copy(hashes);
  }

  /**
   * Verifies (RFC 9162, section 2.1.3.2). Size and root belong together and come from one signed
   * checkpoint: a path alone does not tell a size from another one in which it has the same turns.
   *
   * @param leafHash {@link LogHash#leaf} of the leaf
   * @param size leaves in the tree
   * @param root of the tree
   * @throws NotProvenException when the tree does not have this leaf at this index, as far as this
   *     proof goes
   */
  public void verify(byte[] leafHash, long size, byte[] root) {
    if (index >= size) {
      throw new NotProvenException("a tree of " + size + " leaves has no leaf " + index);
    }
    long node = index;
    long last = size - 1;
    byte[] hash = leafHash;
    for (byte[] sibling : hashes) {
      if (last == 0) {
        throw new NotProvenException("an inclusion proof with hashes left over");
      }
      if ((node & 1) == 1 || node == last) {
        hash = LogHash.node(sibling, hash);
        int skipped = Long.numberOfTrailingZeros(node);
        node >>= skipped;
        last >>= skipped;
      } else {
        hash = LogHash.node(hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    if (last != 0) {
      throw new NotProvenException("an inclusion proof that lacks hashes");
    }
    if (!Arrays.equals(hash, root)) {
      throw new NotProvenException("an inclusion proof of leaf " + index + " with another root");
    }
  }
}
