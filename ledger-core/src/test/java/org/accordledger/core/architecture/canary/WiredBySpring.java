package org.accordledger.core.architecture.canary;

import org.springframework.canary.SpringStandIn;

/** Breaks KNOWS_NO_SPRING. */
final class WiredBySpring {
  private WiredBySpring() {}

  static SpringStandIn bean() {
    return new SpringStandIn();
  }
}
