/**
 * A client of a ledger's HTTP interface, as the command line, imports and the demo use it. Knows
 * nothing of the server's inside.
 */
@NullMarked
package org.accordledger.api.client;

import org.jspecify.annotations.NullMarked;
