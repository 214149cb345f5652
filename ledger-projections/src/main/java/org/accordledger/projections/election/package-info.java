/** The calendar of elections. Depends on the projections' root package and on the core. */
@NullMarked
package org.accordledger.projections.election;

import org.jspecify.annotations.NullMarked;
