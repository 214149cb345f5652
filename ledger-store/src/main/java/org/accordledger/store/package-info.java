/**
 * The append path: one committer per ledger gives positions inside the transaction that stores the
 * events; Axon's event store on top of it. May depend on the log, Axon and JDBC; knows no domain
 * type and no Spring.
 */
@NullMarked
package org.accordledger.store;

import org.jspecify.annotations.NullMarked;
