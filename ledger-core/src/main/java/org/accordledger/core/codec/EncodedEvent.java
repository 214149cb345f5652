package org.accordledger.core.codec;

/**
 * An event as it is stored.
 *
 * @param type logical name and revision, for example {@code case.allegation_submitted.v1}; the part
 *     before the first dot is the kind of stream
 * @param payload canonical JSON (RFC 8785), UTF-8
 */
public record EncodedEvent(String type, byte[] payload) {}
