package org.accordledger.audit.verify;

import org.accordledger.audit.Fault;
import org.accordledger.log.tile.BundleAddress;
import org.jspecify.annotations.Nullable;

/**
 * What one bundle, its tile and its payloads gave.
 *
 * @param leafHashes of the entries that could be read, one after the other
 * @param root of the whole bundle if it is full; null also when not all of it could be read
 * @param broken where the bundle itself is no bundle
 * @param tile where the tile beside it is missing or has another hash
 * @param content the first entry or payload that says something it must not
 * @param facts of the leaves before that; null if nobody asked
 */
record BundleReport(
    BundleAddress address,
    byte[] leafHashes,
    byte @Nullable [] root,
    @Nullable Fault broken,
    @Nullable Fault tile,
    @Nullable Fault content,
    @Nullable LeafFacts facts,
    PayloadCounts payloads) {}
