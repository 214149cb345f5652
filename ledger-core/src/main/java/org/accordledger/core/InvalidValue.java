package org.accordledger.core;

/**
 * A value that cannot exist, said where it is constructed: the field's place and what is expected
 * of it.
 */
public final class InvalidValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;

  public InvalidValue(String field, String expectation) {
    super(field + " " + expectation);
    this.field = field;
  }

  /** The place of the value, in the words of the API: {@code filed.dated}. */
  public String field() {
    return field;
  }
}
