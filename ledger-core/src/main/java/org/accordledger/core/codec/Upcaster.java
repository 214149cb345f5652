package org.accordledger.core.codec;

import tools.jackson.databind.node.ObjectNode;

/** Turns a payload of one revision into the next, without looking at anything else. */
@FunctionalInterface
interface Upcaster {
  /** Gives the payload as the next revision would have written it; may change its argument. */
  ObjectNode upcast(ObjectNode payload);
}
