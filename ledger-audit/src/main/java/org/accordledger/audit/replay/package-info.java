/** Figures worked out anew from verified events, and held against the served ones. */
@NullMarked
package org.accordledger.audit.replay;

import org.jspecify.annotations.NullMarked;
