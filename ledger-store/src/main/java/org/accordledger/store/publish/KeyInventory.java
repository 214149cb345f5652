package org.accordledger.store.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.note.VerifierKey;

/**
 * The keys that ever signed for a log, oldest first: retired ones, perhaps one that overlaps, and
 * the active one last.
 */
record KeyInventory(String origin, List<LogKey> keys) {
  private static final String HEADER = "accord-ledger/key-inventory/v1";

  KeyInventory {
    keys = List.copyOf(keys);
    for (int i = 0; i < keys.size(); i++) {
      boolean last = i == keys.size() - 1;
      if (last != (keys.get(i).state() == KeyState.ACTIVE)) {
        throw new LogFormatException("the active key is one, and the last of an inventory");
      }
    }
  }

  static KeyInventory empty(String origin) {
    return new KeyInventory(origin, List.of());
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @throws LogFormatException when it is anything else, or of another log
   */
  static KeyInventory parse(String text, String origin) {
    List<String> lines = text.lines().toList();
    if (lines.size() < 3
        || !lines.getFirst().equals(HEADER)
        || !text.endsWith("\n")
        || !lines.get(1).equals(origin)) {
      throw new LogFormatException("this is no inventory of the keys of " + origin);
    }
    return new KeyInventory(origin, lines.stream().skip(2).map(LogKey::parse).toList());
  }

  String text() {
    StringBuilder text = new StringBuilder(HEADER).append('\n').append(origin).append('\n');
    keys.forEach(key -> text.append(key.line()).append('\n'));
    return text.toString();
  }

  Optional<LogKey> active() {
    return keys.isEmpty() ? Optional.empty() : Optional.of(keys.getLast());
  }

  /** The key that signs beside the active one. */
  Optional<LogKey> overlapping() {
    return keys.stream().filter(key -> key.state() == KeyState.OVERLAPPING).findFirst();
  }

  /** The keys that sign, oldest first. */
  Stream<LogKey> signing() {
    return keys.stream().filter(key -> key.state() != KeyState.RETIRED);
  }

  /** The keys that may have signed a checkpoint of this size. */
  List<VerifierKey> trustedAt(long size) {
    return keys.stream().filter(key -> size <= key.until()).map(LogKey::verifier).toList();
  }

  KeyInventory with(VerifierKey next, long from) {
    List<LogKey> more = new ArrayList<>();
    keys.forEach(
        key -> more.add(key.state() == KeyState.ACTIVE ? key.in(KeyState.OVERLAPPING) : key));
    more.add(new LogKey(next, KeyState.ACTIVE, from, Long.MAX_VALUE));
    return new KeyInventory(origin, more);
  }

  KeyInventory without(LogKey retired, long size) {
    return new KeyInventory(
        origin, keys.stream().map(key -> key.equals(retired) ? key.retiredAt(size) : key).toList());
  }
}
