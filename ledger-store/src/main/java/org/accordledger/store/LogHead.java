package org.accordledger.store;

import java.time.Instant;
import org.accordledger.log.TreeEdge;

/**
 * The log's end, as the single row says it.
 *
 * @param recordedAt of the last event
 * @param edge of the tree over all leaves; its size is the log's
 */
record LogHead(Instant recordedAt, TreeEdge edge) {
  long size() {
    return edge.size();
  }
}
