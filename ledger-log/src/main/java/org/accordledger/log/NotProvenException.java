package org.accordledger.log;

/**
 * Something well written does not prove what it is offered for: a signature, a proof or a tile does
 * not fit. An exception and not a boolean, so that nobody goes on by forgetting to look.
 */
public final class NotProvenException extends RuntimeException {
  /** Refuses for the reason the message gives. */
  public NotProvenException(String message) {
    super(message);
  }
}
