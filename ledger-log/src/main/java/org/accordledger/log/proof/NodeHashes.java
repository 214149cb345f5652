package org.accordledger.log.proof;

/** The nodes of a tree that proofs are built from. */
@FunctionalInterface
public interface NodeHashes {
  /**
   * The root of the perfect subtree over the leaves {@code index << height} to {@code (index + 1)
   * << height}, the last excluded.
   *
   * @param height 0 for a leaf hash
   * @param index counted from 0 from the left among the nodes of that height
   * @return 32 bytes
   * @throws java.io.UncheckedIOException when it cannot be read
   */
  byte[] at(int height, long index);
}
