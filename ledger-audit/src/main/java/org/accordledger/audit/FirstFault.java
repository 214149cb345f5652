package org.accordledger.audit;

import org.jspecify.annotations.Nullable;

/** Keeps the fault that comes first along the log; of two at one position, the first told. */
public final class FirstFault {
  private @Nullable Fault first;

  /** Before anything was found. */
  public FirstFault() {}

  /** Takes one more fault into account. */
  public void add(@Nullable Fault fault) {
    if (fault != null && (first == null || fault.position() < first.position())) {
      first = fault;
    }
  }

  /** The first one; null if nothing is wrong. */
  public @Nullable Fault get() {
    return first;
  }
}
