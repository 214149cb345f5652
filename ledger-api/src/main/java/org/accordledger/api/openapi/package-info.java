/**
 * The description of the HTTP interface (OpenAPI 3.1): schemas from the records themselves, so that
 * it cannot say something else than what is read and written.
 *
 * <p>Depends on core, on problem and on the description's own library.
 */
@NullMarked
package org.accordledger.api.openapi;

import org.jspecify.annotations.NullMarked;
