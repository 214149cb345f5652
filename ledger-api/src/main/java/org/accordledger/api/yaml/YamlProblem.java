package org.accordledger.api.yaml;

/** A file is not what it should be: one sentence that names file, line and what was expected. */
public final class YamlProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param place file and line, for example {@code mapping.yaml:12}
   * @param expectation what stands there and what was expected instead
   */
  public YamlProblem(String place, String expectation) {
    super(place + ": " + expectation, null, false, false);
  }
}
