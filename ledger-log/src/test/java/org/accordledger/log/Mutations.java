package org.accordledger.log;

import java.util.function.Consumer;

/** All the ways to change one byte. */
public final class Mutations {
  private Mutations() {}

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
