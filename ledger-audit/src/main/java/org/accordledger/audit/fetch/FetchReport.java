package org.accordledger.audit.fetch;

import org.accordledger.audit.trust.KeyChain;
import org.accordledger.log.note.Checkpoint;

/**
 * What a fetch did.
 *
 * @param before entries that were here already
 * @param tiles hash tiles stored
 * @param bundles entry bundles stored
 * @param payloads lines of payloads stored, withheld ones among them
 */
public record FetchReport(
    Checkpoint checkpoint, KeyChain keys, long before, long tiles, long bundles, long payloads) {}
