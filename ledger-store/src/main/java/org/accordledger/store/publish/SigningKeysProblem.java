package org.accordledger.store.publish;

import org.jspecify.annotations.Nullable;

/** The keys cannot do what was asked; the message says what to do instead. */
public final class SigningKeysProblem extends RuntimeException {
  SigningKeysProblem(String sentence) {
    this(sentence, null);
  }

  SigningKeysProblem(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
