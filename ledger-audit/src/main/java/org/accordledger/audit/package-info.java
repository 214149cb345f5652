/**
 * The offline verifier: reads what a ledger publishes and believes none of it. May depend on
 * ledger-log, on ledger-core and on no part of the server.
 *
 * <p>{@code files} reads and writes the audit directory, {@code trust} says which keys speak for a
 * log, {@code verify} checks the whole log, and {@code fetch}, {@code receipts}, {@code replay},
 * {@code certificate} and {@code witness} are what an auditor does with it; {@code cli} is the
 * command line over all of them.
 */
@NullMarked
package org.accordledger.audit;

import org.jspecify.annotations.NullMarked;
