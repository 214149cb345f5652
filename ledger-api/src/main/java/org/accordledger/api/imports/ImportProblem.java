package org.accordledger.api.imports;

/** The import as a whole cannot go on: one sentence with what to do. */
public class ImportProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ImportProblem(String message) {
    super(message, null, false, false);
  }
}
