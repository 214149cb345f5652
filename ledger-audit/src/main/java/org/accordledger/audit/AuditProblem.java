package org.accordledger.audit;

/**
 * An audit cannot go on, or ends against the log. The message is written for the auditor: what,
 * where, and what to do about it.
 */
public final class AuditProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Refuses with one sentence. */
  public AuditProblem(String message) {
    super(message);
  }

  /** Refuses with one sentence, because of {@code cause}. */
  public AuditProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
