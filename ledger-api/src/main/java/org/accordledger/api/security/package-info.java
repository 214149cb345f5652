/**
 * Who may do what: access tokens, the roles they are bound to, which role may use which route and
 * which command. Denies whatever is not granted here.
 *
 * <p>May depend on core, on requests and on problem; the features depend on it, never the other way
 * round. It alone reads and writes tokens.
 */
@NullMarked
package org.accordledger.api.security;

import org.jspecify.annotations.NullMarked;
