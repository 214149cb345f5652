/**
 * How a request's body and headers are read: bounded, strict UTF-8, strict JSON, every mistake
 * named by its place.
 *
 * <p>May depend on core and on problem.
 */
@NullMarked
package org.accordledger.api.requests;

import org.jspecify.annotations.NullMarked;
