package org.accordledger.core;

import java.util.Locale;

/**
 * Why the domain refuses a command. One enum per feature implements it; codes are stable for ever,
 * each has a page in docs/problems and a test that provokes it.
 */
public interface RefusalCode {
  /** Enum name, for example {@code NOT_IN_FORCE}. */
  String name();

  /** What the rule says, in one sentence. */
  String rule();

  /** The code as the API shows it, for example {@code not_in_force}. */
  default String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
