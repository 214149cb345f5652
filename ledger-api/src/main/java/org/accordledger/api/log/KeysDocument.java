package org.accordledger.api.log;

import java.util.List;
import org.accordledger.store.publish.KeyState;
import org.accordledger.store.publish.LogKey;
import org.jspecify.annotations.Nullable;

/** Every key that ever signed the log's checkpoints, oldest first. */
record KeysDocument(List<Key> items) {
  /**
   * One key.
   *
   * @param id eight hexadecimal digits, as in {@code /log/keys/<id>.vkey}
   * @param verifierKey the public half, as a verifier takes it
   * @param from size of the log from which it signs
   * @param until size of the largest checkpoint it may have signed; absent while it signs
   */
  record Key(String id, KeyState state, String verifierKey, long from, @Nullable Long until) {
    static Key of(LogKey key) {
      return new Key(
          key.id(),
          key.state(),
          key.verifier().encoded(),
          key.from(),
          key.state() == KeyState.RETIRED ? key.until() : null);
    }
  }

  static KeysDocument of(List<LogKey> inventory) {
    return new KeysDocument(inventory.stream().map(Key::of).toList());
  }
}
