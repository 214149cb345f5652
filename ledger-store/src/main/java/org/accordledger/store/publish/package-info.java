/**
 * Publishes the log: signs how far it goes and what it holds, and lays it out as files that anyone
 * can check (log-format.md). Depends on the log's formats and on the store it publishes from.
 */
@NullMarked
package org.accordledger.store.publish;

import org.jspecify.annotations.NullMarked;
