/**
 * Example scenarios: files of steps that are played over HTTP against a running ledger, so that a
 * second run adds nothing. Depends on the client and on nothing inside the server.
 */
@NullMarked
package org.accordledger.api.demo;

import org.jspecify.annotations.NullMarked;
