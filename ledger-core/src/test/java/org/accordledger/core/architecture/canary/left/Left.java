package org.accordledger.core.architecture.canary.left;

import org.accordledger.core.architecture.canary.right.Right;

/** Breaks FEATURES_FORM_NO_CYCLE together with {@link Right}. */
public final class Left {
  /** The other way round. */
  public Right right() {
    return new Right();
  }
}
