/**
 * A node of projections that runs without the store: it takes the log from Kafka into a database of
 * its own, the inbox, and lets the same projections run on it. May depend on the shared package,
 * the feed and every feature; what speaks to Kafka is the feed.
 */
@NullMarked
package org.accordledger.projections.node;

import org.jspecify.annotations.NullMarked;
