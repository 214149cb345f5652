/**
 * Every write: which address takes which command, how its body is read, how it is sent and
 * answered.
 *
 * <p>May depend on core, the store, requests, problem and security; never on reads or pages.
 */
@NullMarked
package org.accordledger.api.commands;

import org.jspecify.annotations.NullMarked;
