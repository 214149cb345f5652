package org.accordledger.audit.verify;

import java.util.Optional;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.Fault;
import org.accordledger.audit.files.LogDirectory;
import org.accordledger.audit.trust.KeyChain;
import org.accordledger.log.NotProvenException;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.proof.ConsistencyProof;
import org.accordledger.log.proof.TileNodes;
import org.jspecify.annotations.Nullable;

/**
 * Holds a log that is right by itself against the one that was verified last time: it must begin
 * with every entry that one had.
 */
public final class SeenCheck {
  private final Seen seen;
  private final LogDirectory log;
  private final Checkpoint now;

  /**
   * @param log verified by itself
   * @param now its checkpoint
   */
  public SeenCheck(Seen seen, LogDirectory log, Checkpoint now) {
    this.seen = seen;
    this.log = log;
    this.now = now;
  }

  /**
   * The remembered checkpoint; empty the first time.
   *
   * @param keys of the log, for a checkpoint that came without a key of its own
   * @throws AuditProblem when what is remembered is of another log or was changed
   */
  public Optional<Checkpoint> remembered(KeyChain keys) {
    Optional<SignedNote> note = seen.note();
    if (note.isEmpty()) {
      return Optional.empty();
    }
    KeyChain by = seen.key().map(key -> KeyChain.of(key, log.successions())).orElse(keys);
    boolean related = by.keys().stream().anyMatch(keys.keys()::contains);
    if (!related) {
      throw new AuditProblem(
          "%s was verified with the key %s, and no succession leads from it to %s or back; if the log really changed its key so, move the remembered files away"
              .formatted(seen.checkpoint(), by.keys().getFirst(), keys.keys().getFirst()));
    }
    return Optional.of(by.checkpoint(note.get(), seen.checkpoint().toString()));
  }

  /**
   * What does not continue the remembered checkpoint.
   *
   * @return null when the log only grew
   */
  public @Nullable Fault fault(Checkpoint before) {
    if (before.size() > now.size()) {
      return shrunk(before);
    }
    try {
      TileNodes nodes = new TileNodes(now.size(), log);
      ConsistencyProof.build(before.size(), now.size(), nodes)
          .verify(before.size(), before.root(), now.size(), now.root());
      return null;
    } catch (NotProvenException e) {
      return changed(before.size(), "the log signed two histories: ");
    }
  }

  private Fault shrunk(Checkpoint before) {
    Optional<Long> first = seen.firstChange(log, now.size(), now.size());
    return first.isPresent()
        ? changed(now.size(), "")
        : new Fault(
            now.size(),
            "it and all after it are missing: the log had %d entries when it was verified last time (%s), and now has %d; this is an older copy, or entries were cut off"
                .formatted(before.size(), seen.checkpoint(), now.size()));
  }

  private Fault changed(long size, String what) {
    String evidence =
        "%s%s and %s are both signed by the log; keep them, they prove it"
            .formatted(what, seen.checkpoint(), log.root().resolve("checkpoint"));
    return seen.firstChange(log, now.size(), size)
        .map(
            position ->
                new Fault(
                    position,
                    "it is not the entry that stood here when the log was verified last time; "
                        + evidence))
        .orElseGet(
            () ->
                Fault.somewhere(
                    "among the first %d entries some are not those of the checkpoint seen before; %s"
                        .formatted(size, evidence)));
  }
}
