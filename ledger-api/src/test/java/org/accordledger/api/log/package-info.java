/** What readers are given to check the ledger with, over HTTP. */
@NullMarked
package org.accordledger.api.log;

import org.jspecify.annotations.NullMarked;
