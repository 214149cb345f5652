/**
 * A private inquiry before an allegation, in a stream of its own that nobody but its two sides
 * knows of. May depend on accord, cases and the root package.
 */
@NullMarked
package org.accordledger.core.inquiry;

import org.jspecify.annotations.NullMarked;
