package org.accordledger.bench.system;

/**
 * A command that the ledger has said it holds.
 *
 * @param key its Idempotency-Key
 * @param version of the stream after it, from 0
 * @param position of its last event
 * @param sent when it was first sent, in nanoseconds of {@link System#nanoTime}
 * @param answered when the answer came, likewise
 */
record Acknowledged(
    String key, String stream, long version, long position, long sent, long answered) {}
