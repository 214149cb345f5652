/**
 * Inclusion and consistency proofs (RFC 9162, section 2.1) and receipts (c2sp.org/tlog-proof):
 * built from tiles, verified from nothing but a key. Depends on notes and tiles.
 */
@NullMarked
package org.accordledger.log.proof;

import org.jspecify.annotations.NullMarked;
