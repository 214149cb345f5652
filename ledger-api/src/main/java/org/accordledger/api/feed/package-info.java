/**
 * The feed of this node: the store's events on their way to Kafka, and which of them everybody may
 * read there. May depend on the store, the projections and visibility; knows nothing of HTTP.
 */
@NullMarked
package org.accordledger.api.feed;

import org.jspecify.annotations.NullMarked;
