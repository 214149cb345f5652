/**
 * The docket: cases as they stand, filtered and paged. Depends on the projections' root package and
 * on the core.
 */
@NullMarked
package org.accordledger.projections.docket;

import org.jspecify.annotations.NullMarked;
