package org.accordledger.audit.verify;

import java.security.SecureRandom;

/**
 * A map from 128 bits to a number, in plain arrays: 20 bytes for each slot, of which at most two in
 * three are taken. Where a key goes depends on a number drawn at random for each map, so that
 * nobody can write a log whose keys all fall into one place.
 */
final class Fingerprints {
  /** What {@link #put} says of a key it has not seen. */
  static final int NEW = -1;

  private final long secret = new SecureRandom().nextLong() | 1;
  private long[] high;
  private long[] low;
  private int[] values;
  private int taken;

  /**
   * @param expected keys that fit without growing
   */
  Fingerprints(long expected) {
    int slots = slotsFor(expected);
    high = new long[slots];
    low = new long[slots];
    values = new int[slots];
  }

  private static int slotsFor(long expected) {
    return Math.toIntExact(Math.max(64, expected + expected / 2 + 1));
  }

  /**
   * Sets the number of a key.
   *
   * @param h high half of the key; a key of zeros only stands for none
   * @return the number it had, {@link #NEW} if it had none
   */
  int put(long h, long l, int value) {
    if (3L * taken >= 2L * high.length) {
      grow();
    }
    int slot = slot(h, l);
    boolean fresh = high[slot] == 0 && low[slot] == 0;
    int before = fresh ? NEW : values[slot];
    if (fresh) {
      taken++;
    }
    high[slot] = h;
    low[slot] = l;
    values[slot] = value;
    return before;
  }

  /** Where the key is, or the empty place where it belongs. */
  private int slot(long h, long l) {
    long mixed = ((h ^ secret) * 0x9E3779B97F4A7C15L) ^ l;
    mixed = (mixed ^ (mixed >>> 32)) * ((secret ^ 0xD6E8FEB86659FD93L) | 1);
    mixed ^= mixed >>> 29;
    int slot = (int) Math.multiplyHigh(mixed >>> 1, 2L * high.length);
    while ((high[slot] != 0 || low[slot] != 0) && (high[slot] != h || low[slot] != l)) {
      slot = slot + 1 == high.length ? 0 : slot + 1;
    }
    return slot;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    int[] oldValues = values;
    int slots = Math.toIntExact(2L * high.length);
    high = new long[slots];
    low = new long[slots];
    values = new int[slots];
    for (int i = 0; i < oldHigh.length; i++) {
      if (oldHigh[i] != 0 || oldLow[i] != 0) {
        int slot = slot(oldHigh[i], oldLow[i]);
        high[slot] = oldHigh[i];
        low[slot] = oldLow[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
