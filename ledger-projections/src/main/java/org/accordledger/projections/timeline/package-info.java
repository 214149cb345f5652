/**
 * The timeline: every event of a case or an accord, in order. Depends on the projections' root
 * package and on the core.
 */
@NullMarked
package org.accordledger.projections.timeline;

import org.jspecify.annotations.NullMarked;
