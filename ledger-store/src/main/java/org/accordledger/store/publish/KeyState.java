package org.accordledger.store.publish;

import java.util.Locale;
import org.accordledger.log.LogFormatException;

/** What a key of the log may still do. */
public enum KeyState {
  /** Signs, and is the one readers are given. */
  ACTIVE,
  /** Was active before and goes on signing beside its successor, until readers know that one. */
  OVERLAPPING,
  /** Signs no more; what it signed stays verifiable. Its secret half is destroyed. */
  RETIRED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static KeyState of(String word) {
    for (KeyState state : values()) {
      if (state.word().equals(word)) {
        return state;
      }
    }
    throw new LogFormatException("no state of a key: '" + word + "'");
  }
}
