package org.accordledger.log;

import java.util.List;

/** The recursive definition of RFC 6962, section 2.1, word by word; slow and plainly right. */
final class NaiveTree {
  private NaiveTree() {}

  static byte[] root(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      return LogHash.emptyRoot();
    }
    if (leaves.size() == 1) {
      return LogHash.leaf(leaves.getFirst());
    }
    int split = Integer.highestOneBit(leaves.size() - 1);
    return LogHash.node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
  }
}
