package org.accordledger.audit.verify;

import org.accordledger.audit.Fault;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignedNote;
import org.jspecify.annotations.Nullable;

/**
 * What a pass over a log has found.
 *
 * @param note the checkpoint as signed
 * @param checkpoint its text, by a key that is trusted
 * @param payloads what became of them; all zero if only the hashes were asked for
 * @param fault the first thing that is wrong; null if nothing is
 */
public record Verdict(
    SignedNote note, Checkpoint checkpoint, PayloadCounts payloads, @Nullable Fault fault) {}
