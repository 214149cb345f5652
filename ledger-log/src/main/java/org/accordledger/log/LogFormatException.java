package org.accordledger.log;

/**
 * Bytes or text from outside are not written as the formats of the log demand. Nothing is said
 * about what they would have meant.
 */
public final class LogFormatException extends IllegalArgumentException {
  /** Refuses what the message describes. */
  public LogFormatException(String message) {
    super(message);
  }

  /** Refuses what the message describes, because of {@code cause}. */
  public LogFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
