package org.accordledger.store;

/** Takes the leaves of the log one after the other. */
@FunctionalInterface
public interface LeafConsumer {
  /** The next leaf that is stored; a gap before its position is for the consumer to notice. */
  void accept(long position, byte[] leaf);
}
