package org.accordledger.projections.feed;

import org.jspecify.annotations.Nullable;

/** Why the feed stands still, in one sentence; it is tried again. */
final class FeedFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FeedFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The innermost message, as one line. */
  static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof FeedFailure)) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return (message == null ? cause.getClass().getSimpleName() : message).replaceAll("\\s+", " ");
  }
}
