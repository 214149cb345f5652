/**
 * What users do with the ledger (docs/acceptance.md): one row, one or more tests whose names begin
 * with its number, through HTTP or the command line against the running application.
 */
@NullMarked
package org.accordledger.api.acceptance;

import org.jspecify.annotations.NullMarked;
