package org.accordledger.api.backup;

/** A backup cannot be taken or restored: one sentence with what to do. */
public final class BackupProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BackupProblem(String message) {
    super(message, null, false, false);
  }

  BackupProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
