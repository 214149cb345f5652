/**
 * The feed: every event of the log as a CloudEvent on a topic of Kafka, in the order of positions.
 * Depends on the shared package alone, and nothing else in this module may know Kafka: the log and
 * what its topics may hold come from whoever starts the feed.
 */
@NullMarked
package org.accordledger.projections.feed;

import org.jspecify.annotations.NullMarked;
