package org.accordledger.core.codec;

import org.jspecify.annotations.Nullable;

/** A stored event's bytes do not say what its type says they say. */
public final class UndecodableEvent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String type;
  private final String pointer;

  UndecodableEvent(String type, JsonFault fault, @Nullable Throwable cause) {
    super(
        type
            + ": "
            + (fault.pointer().isEmpty() ? "the payload" : fault.pointer())
            + " "
            + fault.reason(),
        cause);
    this.type = type;
    this.pointer = fault.pointer();
  }

  /** Logical name and revision as stored. */
  public String type() {
    return type;
  }

  /** Where in the payload, as a JSON pointer; empty for the whole payload. */
  public String pointer() {
    return pointer;
  }
}
