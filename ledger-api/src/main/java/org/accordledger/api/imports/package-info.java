/**
 * Bulk intake: a mapping file says how rows become allegations, and a client sends them to a
 * running ledger. Depends on the HTTP client, the example scenarios (a mapping may name one to
 * prepare the ground) and core's vocabulary; never on the server's inside.
 */
@NullMarked
package org.accordledger.api.imports;

import org.jspecify.annotations.NullMarked;
