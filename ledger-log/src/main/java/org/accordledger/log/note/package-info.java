/**
 * Signed statements: notes and their Ed25519 keys (c2sp.org/signed-note), checkpoints
 * (c2sp.org/tlog-checkpoint) and the cosignatures of witnesses (c2sp.org/tlog-cosignature). Depends
 * on the text forms of the log.
 */
@NullMarked
package org.accordledger.log.note;

import org.jspecify.annotations.NullMarked;
