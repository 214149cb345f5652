/**
 * Who may know what of a case, by its marking and those of its exhibits: one rule for reads, writes
 * and downloads. May depend on security, on core and on the store.
 */
@NullMarked
package org.accordledger.api.visibility;

import org.jspecify.annotations.NullMarked;
