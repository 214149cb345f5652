/**
 * How every failure leaves the application: RFC 9457 problem documents, one code each, and a page
 * per code.
 *
 * <p>Depends on the refusals of core and the store and on nothing else of the application, so that
 * every feature can depend on it.
 */
@NullMarked
package org.accordledger.api.problem;

import org.jspecify.annotations.NullMarked;
