/**
 * The scorecard: a pure function of the events up to a position and of the method in force. Depends
 * on the root package, accords, cases, series and statistics.
 */
@NullMarked
package org.accordledger.core.scorecard;

import org.jspecify.annotations.NullMarked;
