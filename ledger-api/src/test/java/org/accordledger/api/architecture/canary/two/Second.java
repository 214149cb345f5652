package org.accordledger.api.architecture.canary.two;

import org.accordledger.api.architecture.canary.one.First;
import org.jspecify.annotations.Nullable;

/** The other half of the circle. */
public final class Second {
  private Second() {}

  static @Nullable First first() {
    return null;
  }
}
