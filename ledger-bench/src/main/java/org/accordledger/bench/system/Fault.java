package org.accordledger.bench.system;

/**
 * One thing that can happen to the system, and how it ends.
 *
 * @param name as reports have it, for example {@code kill -9 api-1}
 */
record Fault(String name, Runnable begin, Runnable end) {}
