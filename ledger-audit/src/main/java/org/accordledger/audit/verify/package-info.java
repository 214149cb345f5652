/**
 * One pass over all files of a log: every entry, hash, tile and payload against the signed root,
 * and the signed root against the one remembered from last time.
 */
@NullMarked
package org.accordledger.audit.verify;

import org.jspecify.annotations.NullMarked;
