/**
 * The read side: what every projection shares. A projection applies batches of events in one
 * transaction with its position; its queries say the position they are true at. Depends on the core
 * alone: it knows neither the store nor the application.
 */
@NullMarked
package org.accordledger.projections;

import org.jspecify.annotations.NullMarked;
