package org.accordledger.log.proof;

import org.accordledger.log.LogHash;

/**
 * The leaves {@code from} to {@code to}, the last excluded, of which the recursions of RFC 9162
 * speak as {@code D[from:to]}. There {@code from} is always a multiple of the largest power of two
 * below the width, so that the left half is perfect.
 */
record Subtree(long from, long to) {

  long width() {
    return to - from;
  }

  /** Where it is divided: after the largest power of two that is smaller than the width. */
  long middle() {
    return from + Long.highestOneBit(width() - 1);
  }

  Subtree left() {
    return new Subtree(from, middle());
  }

  Subtree right() {
    return new Subtree(middle(), to);
  }

  byte[] root(NodeHashes nodes) {
    if (Long.bitCount(width()) == 1) {
      int height = Long.numberOfTrailingZeros(width());
      return nodes.at(height, from >> height);
    }
    return LogHash.node(left().root(nodes), right().root(nodes));
  }
}
