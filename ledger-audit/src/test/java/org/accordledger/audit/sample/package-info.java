/** Logs to audit, published as a ledger publishes them. */
@NullMarked
package org.accordledger.audit.sample;

import org.jspecify.annotations.NullMarked;
