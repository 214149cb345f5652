/**
 * What every feature of the domain shares: commands, events, filings, refusals and identifiers.
 * Depends on the JDK alone; features depend on it, never the other way round.
 */
@NullMarked
package org.accordledger.core;

import org.jspecify.annotations.NullMarked;
