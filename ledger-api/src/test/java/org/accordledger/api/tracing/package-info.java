/** Tests of traces, with a collector that decodes what it is sent. */
@NullMarked
package org.accordledger.api.tracing;

import org.jspecify.annotations.NullMarked;
