package org.accordledger.core.architecture.canary;

import org.axonframework.modelling.command.AggregateLifecycle;

/** Breaks AXON_IN_SHELLS_ALONE. */
final class AppliesItself {
  private AppliesItself() {}

  static void apply(Object event) {
    AggregateLifecycle.apply(event);
  }
}
