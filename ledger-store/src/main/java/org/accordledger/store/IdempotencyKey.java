package org.accordledger.store;

/**
 * A client's name for one request, so that a repeat is answered and not done again.
 *
 * @param scope whose key it is; two clients may use the same key
 * @param key at most 255 characters
 * @param requestHash digest of what was asked; the same key with another hash is refused
 */
public record IdempotencyKey(String scope, String key, byte[] requestHash) {
  public IdempotencyKey {
    if (scope.isEmpty() || scope.length() > 255 || scope.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("an idempotency scope has 1 to 255 characters");
    }
    if (key.isEmpty() || key.length() > 255 || key.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("an idempotency key has 1 to 255 characters");
    }
  }
}
