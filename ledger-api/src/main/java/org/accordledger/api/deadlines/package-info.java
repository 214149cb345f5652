/**
 * Deadlines that pass: recorded as events, because nothing depends on the clock at reading time.
 */
@NullMarked
package org.accordledger.api.deadlines;

import org.jspecify.annotations.NullMarked;
