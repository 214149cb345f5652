package org.accordledger.audit.architecture.canary;

import org.assertj.core.api.Assertions;

/** Breaks the rule on purpose: it depends on a library that is not on the list. */
final class KnowsAFramework {
  private KnowsAFramework() {}

  static Class<?> framework() {
    return Assertions.class;
  }
}
