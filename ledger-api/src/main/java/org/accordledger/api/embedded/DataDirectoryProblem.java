package org.accordledger.api.embedded;

/** The data directory, or the database in it, cannot be used: one sentence with what to do. */
public final class DataDirectoryProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DataDirectoryProblem(String message) {
    super(message, null, false, false);
  }
}
