package org.accordledger.api.commands;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.accordledger.api.requests.JsonBody;
import org.accordledger.api.requests.WriteHeaders;
import org.accordledger.api.security.TokenHolder;
import org.accordledger.store.IdempotencyKey;

/** Names a request, so that its repeat is known and another request under its name is refused. */
final class RequestKeys {
  private RequestKeys() {}

  /** The client's key, for its account alone, over the address and the body's bytes. */
  static IdempotencyKey of(TokenHolder holder, HttpServletRequest request, JsonBody body) {
    return of(holder.account().value(), request, body);
  }

  /**
   * The client's key in a scope of the address alone: where nobody's name is kept, none is kept
   * here. Whoever chooses the key that another has chosen is told so and chooses again.
   */
  static IdempotencyKey unattributed(HttpServletRequest request, JsonBody body) {
    return of(request.getRequestURI(), request, body);
  }

  private static IdempotencyKey of(String scope, HttpServletRequest request, JsonBody body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((request.getRequestURI() + "\n").getBytes(StandardCharsets.UTF_8));
      return new IdempotencyKey(
          scope, WriteHeaders.idempotencyKey(request), digest.digest(body.bytes()));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
