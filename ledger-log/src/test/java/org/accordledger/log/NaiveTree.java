package org.accordledger.log;

import java.util.ArrayList;
import java.util.List;

/** The recursive definitions of RFC 6962, section 2.1, word by word; slow and plainly right. */
public final class NaiveTree {
  private NaiveTree() {}

  /** MTH(D[n]). */
  public static byte[] root(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      return LogHash.emptyRoot();
    }
    if (leaves.size() == 1) {
      return LogHash.leaf(leaves.getFirst());
    }
    int split = split(leaves);
    return LogHash.node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
  }

  /** PATH(m, D[n]). */
  public static List<byte[]> path(int m, List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return List.of();
    }
    int split = split(leaves);
    List<byte[]> left = leaves.subList(0, split);
    List<byte[]> right = leaves.subList(split, leaves.size());
    return m < split ? then(path(m, left), root(right)) : then(path(m - split, right), root(left));
  }

  /** PROOF(m, D[n]), for 0 &lt; m &lt; n. */
  public static List<byte[]> consistency(int m, List<byte[]> leaves) {
    return subproof(m, leaves, true);
  }

  private static List<byte[]> subproof(int m, List<byte[]> leaves, boolean known) {
    if (m == leaves.size()) {
      return known ? List.of() : List.of(root(leaves));
    }
    int split = split(leaves);
    List<byte[]> left = leaves.subList(0, split);
    List<byte[]> right = leaves.subList(split, leaves.size());
    return m <= split
        ? then(subproof(m, left, known), root(right))
        : then(subproof(m - split, right, false), root(left));
  }

  private static int split(List<byte[]> leaves) {
    return Integer.highestOneBit(leaves.size() - 1);
  }

  private static List<byte[]> then(List<byte[]> hashes, byte[] last) {
    List<byte[]> more = new ArrayList<>(hashes);
    more.add(last);
    return more;
  }
}
