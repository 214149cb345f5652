/** Signed statements of a scorecard, with the positions of the events behind every figure. */
@NullMarked
package org.accordledger.audit.certificate;

import org.jspecify.annotations.NullMarked;
