package org.accordledger.log.architecture.canary;

import org.assertj.core.api.Assertions;

/** Breaks the rule on purpose: it depends on a library this module must not know. */
final class DependsOnMore {
  private DependsOnMore() {}

  static Class<?> more() {
    return Assertions.class;
  }
}
