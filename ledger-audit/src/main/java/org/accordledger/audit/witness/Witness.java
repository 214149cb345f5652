package org.accordledger.audit.witness;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.accordledger.audit.AuditProblem;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogHash;
import org.accordledger.log.NotProvenException;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.Cosignature;
import org.accordledger.log.note.SignatureType;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.SignerKey;
import org.accordledger.log.note.TrustedLog;
import org.accordledger.log.note.VerifierKey;

/**
 * Cosigns checkpoints of the logs it knows, never two that contradict each other. Compares and
 * stores under one lock, and answers only after what it cosigned is on the disk.
 */
public final class Witness {
  private final SignerKey key;
  private final WitnessState state;
  private final InstantSource clock;
  private final Map<String, TrustedLog> logs = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * @param key of the type {@link SignatureType#COSIGNATURE_V1}
   * @param logs the keys of the logs; several of one name are keys of one log
   * @param directory where the state is kept; one witness alone may use it
   * @throws AuditProblem when a key is not for what it is given for, or the state was changed
   */
  public Witness(SignerKey key, List<VerifierKey> logs, Path directory, InstantSource clock) {
    if (key.verifier().type() != SignatureType.COSIGNATURE_V1) {
      throw new AuditProblem(
          key.verifier() + " is no key of a witness; make one with 'audit key --witness'");
    }
    this.key = key;
    this.state = new WitnessState(directory);
    this.clock = clock;
    for (VerifierKey log : logs) {
      if (log.type() != SignatureType.NOTE) {
        throw new AuditProblem(log + " is the key of a witness, not of a log");
      }
      List<VerifierKey> keys =
          logs.stream().filter(other -> other.name().equals(log.name())).toList();
      this.logs.put(log.name(), new TrustedLog(log.name(), keys));
    }
    this.logs.forEach((origin, log) -> state.last(origin).ifPresent(note -> requireOwn(log, note)));
  }

  private static void requireOwn(TrustedLog log, SignedNote note) {
    try {
      log.checkpoint(note);
    } catch (NotProvenException | LogFormatException e) {
      throw new AuditProblem(
          "the state of the witness holds a checkpoint that %s has not signed with the keys given: %s"
              .formatted(log.origin(), e.getMessage()),
          e);
    }
  }

  /** Answers one request of {@code add-checkpoint}. */
  public WitnessAnswer add(byte[] body) {
    AddCheckpoint request;
    String origin;
    try {
      request = AddCheckpoint.parse(body);
      origin = Checkpoint.parse(request.note().unverifiedText()).origin();
    } catch (LogFormatException e) {
      return WitnessAnswer.refused(400, String.valueOf(e.getMessage()));
    }
    TrustedLog log = logs.get(origin);
    if (log == null) {
      return WitnessAnswer.refused(404, "no such log is known here");
    }
    Checkpoint checkpoint;
    try {
      checkpoint = log.checkpoint(request.note());
    } catch (NotProvenException e) {
      return WitnessAnswer.refused(403, String.valueOf(e.getMessage()));
    }
    if (request.oldSize() > checkpoint.size()) {
      return WitnessAnswer.refused(400, "the old size is larger than the checkpoint's");
    }
    lock.lock();
    try {
      return compareAndStore(log, request, checkpoint);
    } finally {
      lock.unlock();
    }
  }

  private WitnessAnswer compareAndStore(
      TrustedLog log, AddCheckpoint request, Checkpoint checkpoint) {
    Optional<SignedNote> before = state.last(log.origin());
    Checkpoint last =
        before
            .map(log::checkpoint)
            .orElseGet(() -> Checkpoint.of(log.origin(), 0, LogHash.emptyRoot()));
    if (last.size() == checkpoint.size() && !Arrays.equals(last.root(), checkpoint.root())) {
      before.ifPresent(note -> state.evidence(log.origin(), note, request.note()));
      return WitnessAnswer.otherSize(last.size());
    }
    if (request.oldSize() != last.size()) {
      return WitnessAnswer.otherSize(last.size());
    }
    try {
      request.proof().verify(last.size(), last.root(), checkpoint.size(), checkpoint.root());
    } catch (NotProvenException e) {
      // nothing is kept: anybody can send a real checkpoint with a wrong proof
      return WitnessAnswer.refused(422, String.valueOf(e.getMessage()));
    }
    state.cosigned(log.origin(), request.note());
    long seconds = clock.instant().getEpochSecond();
    return WitnessAnswer.cosigned(Cosignature.sign(key, checkpoint, seconds).line());
  }
}
