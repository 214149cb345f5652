/** Receipts: made from the files, checked against a key. */
@NullMarked
package org.accordledger.audit.receipts;

import org.jspecify.annotations.NullMarked;
