package org.accordledger.core;

/**
 * The domain refuses a command: nothing changes. Carries the rule's code and the text the refusal
 * rests on.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RefusalCode code;

  /**
   * @param code the rule that refuses
   * @param detail the facts of this refusal and what would remedy it, in one sentence
   */
  public Refused(RefusalCode code, String detail) {
    // a refusal is an answer, not a failure: its stack says nothing a caller needs
    super(code.code() + ": " + detail, null, false, false);
    this.code = code;
  }

  public RefusalCode code() {
    return code;
  }
}
