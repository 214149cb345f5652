package org.accordledger.api.imports;

import java.util.HashMap;
import java.util.Map;

/**
 * Lets what was done side by side take effect in the order it was begun, so that reports follow the
 * file. Holds no more than what is under way.
 */
final class InOrder {
  private final Map<Long, Runnable> waiting = new HashMap<>();
  private long next;

  /**
   * Takes note that something is done.
   *
   * @param number from 0, each once
   * @param effect runs when every earlier one has run
   */
  synchronized void done(long number, Runnable effect) {
    waiting.put(number, effect);
    for (Runnable due = waiting.remove(next); due != null; due = waiting.remove(next)) {
      next++;
      due.run();
    }
  }
}
