package org.accordledger.store;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The idempotency keys a batch needs to know: those stored before and those it adds itself. */
final class KnownKeys {
  private final Map<Name, Known> known = new HashMap<>();

  void add(String scope, String key, byte[] requestHash, Appended first) {
    known.put(new Name(scope, key), new Known(requestHash, first));
  }

  @Nullable Known find(IdempotencyKey key) {
    return known.get(new Name(key.scope(), key.key()));
  }

  private record Name(String scope, String key) {}

  /** A key that was used, for what, and with which answer. */
  record Known(byte[] requestHash, Appended first) {}
}
