/**
 * The log as files: hash tiles and entry bundles (c2sp.org/tlog-tiles), their names, and the one
 * pass over all entries that makes or checks them. Depends on the hashes of the log.
 */
@NullMarked
package org.accordledger.log.tile;

import org.jspecify.annotations.NullMarked;
