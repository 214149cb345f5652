/**
 * Traces: what is sampled, what a span may say, and where spans are sent. The rest of the
 * application makes spans by what is given here and knows no exporter.
 */
@NullMarked
package org.accordledger.api.tracing;

import org.jspecify.annotations.NullMarked;
