/**
 * Stands for the store, which the projections cannot see, so that the canary has something to break
 * the rule with.
 */
@NullMarked
package org.accordledger.store;

import org.jspecify.annotations.NullMarked;
