/**
 * Which observation series there are, and which clauses they are held beside. Depends on the
 * projections' root package and on the core.
 */
@NullMarked
package org.accordledger.projections.series;

import org.jspecify.annotations.NullMarked;
