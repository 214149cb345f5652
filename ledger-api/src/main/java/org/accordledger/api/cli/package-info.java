/**
 * The command line. Starts everything in one process, or speaks to a running ledger over HTTP;
 * holds no rule of its own. May depend on every other package of this module.
 */
@NullMarked
package org.accordledger.api.cli;

import org.jspecify.annotations.NullMarked;
