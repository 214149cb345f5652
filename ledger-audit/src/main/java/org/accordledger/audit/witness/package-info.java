/** A witness of logs, after c2sp.org/tlog-witness. */
@NullMarked
package org.accordledger.audit.witness;

import org.jspecify.annotations.NullMarked;
