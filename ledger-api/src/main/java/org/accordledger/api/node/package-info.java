/**
 * A node of projections as a service of its own: database, intake, projections, health and metrics,
 * without store and without commands. May depend on the projections, the metrics and the embedded
 * database; no other feature may depend on it, apart from the command line.
 */
@NullMarked
package org.accordledger.api.node;

import org.jspecify.annotations.NullMarked;
