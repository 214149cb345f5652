package org.accordledger.core.architecture.canary.right;

import org.accordledger.core.architecture.canary.left.Left;

/** Breaks FEATURES_FORM_NO_CYCLE together with {@link Left}. */
public final class Right {
  /** The other way round. */
  public Left left() {
    return new Left();
  }
}
