/**
 * Benchmarks, each beside a reference that runs in the same process on the same database. May
 * depend on every module; none depends on it.
 */
@NullMarked
package org.accordledger.bench;

import org.jspecify.annotations.NullMarked;
