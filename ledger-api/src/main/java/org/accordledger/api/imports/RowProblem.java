package org.accordledger.api.imports;

/** A row, or one case of it, cannot be used; the others go on. */
final class RowProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code groups like reasons in the summary
   * @param detail one sentence
   */
  RowProblem(String code, String detail) {
    super(detail, null, false, false);
    this.code = code;
  }

  String code() {
    return code;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
