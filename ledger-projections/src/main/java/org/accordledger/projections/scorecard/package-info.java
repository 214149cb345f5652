/**
 * The scorecard with its history: totals by cell, incident month and marking as of any position,
 * and the cases behind every figure. Grading itself is the core's. Depends on the projections' root
 * package and on the core.
 */
@NullMarked
package org.accordledger.projections.scorecard;

import org.jspecify.annotations.NullMarked;
