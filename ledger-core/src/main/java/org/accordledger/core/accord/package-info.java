/**
 * Accords: what parties offered each other, accepted or refused, and the clauses that came into
 * force. Depends on the root package and on evidence; cases depend on it, never the other way
 * round.
 */
@NullMarked
package org.accordledger.core.accord;

import org.jspecify.annotations.NullMarked;
