package org.accordledger.store;

/**
 * What a leaf commits to and does not show: for readers who may see it.
 *
 * @param position dense over the whole log, from 0
 * @param streamId by which the owner of the stream says who may see it
 * @param type logical name with revision
 * @param payload the bytes the commitment in the leaf is made of, after the salt
 * @param salt 32 bytes
 */
public record StoredPayload(
    long position, String streamId, String type, byte[] payload, byte[] salt) {}
