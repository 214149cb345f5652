package org.accordledger.log;

import java.util.function.Consumer;

/** All the ways to change one byte. */
public final class Mutations {
  private Mutations() {}

  /**
   * Shows every byte with every one of its 8 bits flipped: for what has been through {@link #of} on
   * its own, where each look costs a signature.
   */
  public static void bits(byte[] original, Consumer<byte[]> look) {
    byte[] changed = original.clone();
    for (int i = 0; i < original.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        changed[i] = (byte) (original[i] ^ (1 << bit));
        look.accept(changed);
      }
      changed[i] = original[i];
    }
  }

  /** Shows every one of the 255 other values of every byte, in one array that is put back after. */
  public static void of(byte[] original, Consumer<byte[]> look) {
    byte[] changed = original.clone();
    for (int i = 0; i < original.length; i++) {
      for (int difference = 1; difference < 256; difference++) {
        changed[i] = (byte) (original[i] ^ difference);
        look.accept(changed);
      }
      changed[i] = original[i];
    }
  }
}
