/**
 * What the store, the log, the projections and Axon are doing, as meters on the scrape of {@code
 * /metrics}; docs/operating.md has the table of them. What a feature alone knows it measures
 * itself. Depends on nothing of the application.
 */
@NullMarked
package org.accordledger.api.metrics;

import org.jspecify.annotations.NullMarked;
