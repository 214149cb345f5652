package org.accordledger.audit;

/** Who is told how far long work is; closed when it is done. */
@FunctionalInterface
public interface Progress extends AutoCloseable {
  /** Nobody. */
  Progress NONE = _ -> {};

  /**
   * So much more is done.
   *
   * @param steps in the unit the work was announced in
   */
  void step(long steps);

  @Override
  default void close() {}
}
