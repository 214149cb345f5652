/** Whoever changes the ledger behind its back is caught: the whole table of attacks. */
@NullMarked
package org.accordledger.api.tamper;

import org.jspecify.annotations.NullMarked;
