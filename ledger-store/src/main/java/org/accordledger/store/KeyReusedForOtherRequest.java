package org.accordledger.store;

/** The idempotency key was used before with a different request; nothing is stored. */
public final class KeyReusedForOtherRequest extends RuntimeException {
  KeyReusedForOtherRequest(IdempotencyKey key) {
    super(
        "The idempotency key %s was already used for a different request: use a new key."
            .formatted(key.key()));
  }
}
