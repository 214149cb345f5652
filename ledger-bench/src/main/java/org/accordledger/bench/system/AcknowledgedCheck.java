package org.accordledger.bench.system;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every acknowledged command is in the log exactly once, where it was said to be, and the log holds
 * nothing besides: a command that was done twice has an entry that no acknowledgement names.
 */
final class AcknowledgedCheck {
  private AcknowledgedCheck() {}

  /**
   * Compares.
   *
   * @param acknowledged all commands that were ever sent; none is under way
   * @param log by position
   * @throws Violation naming the first command or entry that is wrong
   */
  static void require(List<Acknowledged> acknowledged, List<Entry> log) {
    Set<String> keys = new HashSet<>();
    Map<Long, String> byPosition = new HashMap<>();
    Map<String, Long> ends = new HashMap<>();
    for (Acknowledged one : acknowledged) {
      if (!keys.add(one.key())) {
        throw new Violation(one.key() + " was acknowledged twice");
      }
      String other = byPosition.put(one.position(), one.key());
      if (other != null) {
        throw new Violation(
            "%s and %s were both acknowledged at position %d"
                .formatted(other, one.key(), one.position()));
      }
      requireThere(one, log);
      ends.merge(one.stream(), one.version(), Math::max);
    }
    for (int position = 0; position < log.size(); position++) {
      Entry entry = log.get(position);
      if (entry.version() > ends.getOrDefault(entry.stream(), -1L)) {
        throw new Violation(
            "position %d is version %d of %s, which no command was acknowledged for"
                .formatted(position, entry.version(), entry.stream()));
      }
    }
    requireDense(log);
  }

  private static void requireThere(Acknowledged one, List<Entry> log) {
    if (one.position() >= log.size()) {
      throw new Violation(
          "%s was acknowledged at position %d, and the log has %d entries"
              .formatted(one.key(), one.position(), log.size()));
    }
    Entry entry = log.get((int) one.position());
    if (!entry.stream().equals(one.stream()) || entry.version() != one.version()) {
      throw new Violation(
          "%s was acknowledged as version %d of %s at position %d, which is version %d of %s"
              .formatted(
                  one.key(),
                  one.version(),
                  one.stream(),
                  one.position(),
                  entry.version(),
                  entry.stream()));
    }
  }

  /** The versions of every stream are 0, 1, 2, ... along the log, each once. */
  private static void requireDense(List<Entry> log) {
    Map<String, Long> next = new HashMap<>();
    for (int position = 0; position < log.size(); position++) {
      Entry entry = log.get(position);
      long expected = next.merge(entry.stream(), 1L, Long::sum) - 1;
      if (entry.version() != expected) {
        throw new Violation(
            "position %d is version %d of %s, and %d was next"
                .formatted(position, entry.version(), entry.stream(), expected));
      }
    }
  }
}
