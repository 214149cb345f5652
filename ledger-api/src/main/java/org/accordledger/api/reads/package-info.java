/**
 * What can be read over HTTP: the documents behind every view as JSON and CSV, and what they leave
 * out for a reader.
 *
 * <p>Depends on the queries of the projections, on the content beside the events, on security for
 * what a reader may know, and on {@code api.problem}; the pages of {@code api.web} show the same
 * documents.
 */
@NullMarked
package org.accordledger.api.reads;

import org.jspecify.annotations.NullMarked;
