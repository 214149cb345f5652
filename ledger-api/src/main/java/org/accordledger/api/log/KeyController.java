package org.accordledger.api.log;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.accordledger.api.problem.Problem;
import org.accordledger.api.problem.ProblemCode;
import org.accordledger.api.requests.WriteHeaders;
import org.accordledger.api.security.TokenHolder;
import org.accordledger.core.Role;
import org.accordledger.store.publish.LogPublisher;
import org.accordledger.store.publish.SigningKeys;
import org.accordledger.store.publish.SigningKeysProblem;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The log's keys and their rotation. A repeated act is refused by the state the first one led to,
 * so that no answer has to be kept.
 */
@RestController
@RequestMapping(path = "/keys", produces = MediaType.APPLICATION_JSON_VALUE)
class KeyController {
  private final SigningKeys keys;
  private final LogPublisher publisher;

  KeyController(SigningKeys keys, LogPublisher publisher) {
    this.keys = keys;
    this.publisher = publisher;
  }

  @GetMapping
  ResponseEntity<KeysDocument> list() {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(inventory());
  }

  /** A new key begins to sign, beside the one before. */
  @PostMapping
  ResponseEntity<KeysDocument> rotate(
      @AuthenticationPrincipal TokenHolder holder, HttpServletRequest request) {
    requireOperator(holder);
    WriteHeaders.idempotencyKey(request);
    refusing(publisher::rotateKey);
    return ResponseEntity.created(URI.create("/keys")).body(inventory());
  }

  /** The key before the active one ends for ever. */
  @PostMapping("/{id}/retirement")
  ResponseEntity<KeysDocument> retire(
      @PathVariable("id") String id,
      @AuthenticationPrincipal TokenHolder holder,
      HttpServletRequest request) {
    requireOperator(holder);
    WriteHeaders.idempotencyKey(request);
    refusing(() -> publisher.retireKey(id));
    return ResponseEntity.ok(inventory());
  }

  private KeysDocument inventory() {
    return KeysDocument.of(keys.inventory());
  }

  private static void requireOperator(TokenHolder holder) {
    if (!holder.takesEverywhere(Role.OPERATOR)) {
      throw Problem.of(ProblemCode.FORBIDDEN, "The log is that of every accord.").toException();
    }
  }

  private static void refusing(Runnable act) {
    try {
      act.run();
    } catch (SigningKeysProblem e) {
      throw Problem.of(ProblemCode.KEYS_NOT_READY, String.valueOf(e.getMessage())).toException();
    }
  }
}
