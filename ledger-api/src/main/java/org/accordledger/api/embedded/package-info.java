/**
 * PostgreSQL inside the application: real files in a data directory, kept across restarts, reached
 * over loopback with a random password. Depends on nothing else of the ledger.
 */
@NullMarked
package org.accordledger.api.embedded;

import org.jspecify.annotations.NullMarked;
