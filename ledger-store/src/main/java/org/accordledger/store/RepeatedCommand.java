package org.accordledger.store;

/** The same request under the same idempotency key was done before; nothing is stored again. */
public final class RepeatedCommand extends RuntimeException {
  private final transient Appended first;

  RepeatedCommand(Appended first) {
    super("This request was already done, at position %d.".formatted(first.firstPosition()));
    this.first = first;
  }

  /** Where the first one came to stand. */
  public Appended first() {
    return first;
  }
}
