/** Axon's command side, wired by hand over an event store: bus, repositories, cache, terms. */
@NullMarked
package org.accordledger.api.bus;

import org.jspecify.annotations.NullMarked;
