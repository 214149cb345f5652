package org.accordledger.store;

import java.util.Set;

/** Told what became durable, so that caches can forget. Called on the store's threads: be quick. */
public interface AppendListener {
  /** This store appended to these streams; the commands are answered when this call is over. */
  void appended(Set<String> streamIds);

  /** Another node appended, or may have, to streams this store does not know. */
  void appendedElsewhere();

  /** This store committed a batch; comes before anybody else is told of it. */
  default void committed(CommittedBatch batch) {
    // a cache has no use for it
  }
}
