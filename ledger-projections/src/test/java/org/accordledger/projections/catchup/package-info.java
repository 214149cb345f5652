/** Measures how fast projections catch up; run by hand, prints only. */
@NullMarked
package org.accordledger.projections.catchup;

import org.jspecify.annotations.NullMarked;
