/**
 * The application: its settings, the wiring of store, command bus and projections, and its health.
 *
 * <p>May depend on everything below it; nothing below it may depend on it, except on {@link
 * org.accordledger.api.LedgerSettings}.
 */
@NullMarked
package org.accordledger.api;

import org.jspecify.annotations.NullMarked;
