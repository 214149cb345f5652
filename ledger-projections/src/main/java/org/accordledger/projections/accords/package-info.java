/**
 * The accords as they stand: parties, clauses and their versions, offers and who accepted or
 * refused what. Depends on the projections' root package and on the core.
 */
@NullMarked
package org.accordledger.projections.accords;

import org.jspecify.annotations.NullMarked;
