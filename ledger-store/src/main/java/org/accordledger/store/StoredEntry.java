package org.accordledger.store;

import org.jspecify.annotations.Nullable;

/**
 * An event as it is kept: for whoever hands it on unread.
 *
 * @param position dense over the whole log, from 0
 * @param leaf the bytes that stand in the tree, as {@code org.accordledger.log.Leaf} reads them
 * @param payload the bytes the commitment in the leaf is made of, after the salt
 * @param salt 32 bytes
 * @param traceparent the trace it was recorded in; null unless that was sampled. Not in the leaf
 */
public record StoredEntry(
    long position, byte[] leaf, byte[] payload, byte[] salt, @Nullable String traceparent) {}
