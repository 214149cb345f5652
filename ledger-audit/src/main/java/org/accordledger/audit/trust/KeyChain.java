package org.accordledger.audit.trust;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accordledger.audit.AuditProblem;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.NotProvenException;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignatureType;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.TrustedLog;
import org.accordledger.log.note.VerifierKey;

/**
 * The keys that sign for a log, one after the other, from the one the auditor trusts. A key that
 * has handed over signs nothing larger: whoever steals a retired key cannot extend the log with it.
 */
public final class KeyChain {
  /** More rotations than this are refused. */
  private static final int LONGEST = 1_000;

  private final String origin;
  private final List<VerifierKey> keys = new ArrayList<>();
  // by index of the key: entries the log had when it began to sign
  private final List<Long> from = new ArrayList<>();

  private KeyChain(VerifierKey trusted) {
    if (trusted.type() != SignatureType.NOTE) {
      throw new AuditProblem(trusted + " is the key of a witness, which does not speak for a log");
    }
    origin = trusted.name();
    keys.add(trusted);
    from.add(0L);
  }

  /**
   * Follows the successions from a key on.
   *
   * @param trusted the key to begin with, got from the log's operator and not from its files
   * @param notes successions in any order, verified here
   * @throws AuditProblem when one does not hold, or a key has handed over twice
   */
  public static KeyChain of(VerifierKey trusted, List<SignedNote> notes) {
    requireNotTooMany(notes);
    Map<VerifierKey, Succession> byFormer = new HashMap<>();
    for (SignedNote note : notes) {
      Succession succession = Succession.verify(note, trusted.name());
      Succession other = byFormer.put(succession.former(), succession);
      if (other != null && !other.equals(succession)) {
        throw new AuditProblem(
            "the key %s has handed over twice, to %s and to %s: one of them was forged with a stolen key"
                .formatted(succession.former(), other.later(), succession.later()));
      }
    }
    KeyChain chain = new KeyChain(trusted);
    for (Succession next = byFormer.get(trusted); next != null; next = byFormer.get(next.later())) {
      chain.add(next);
    }
    return chain;
  }

  /**
   * The same chain, and before it the keys that led to the trusted one, which has signed that they
   * did. One of those may be known to a thief, and the reason for the rotation: good only for what
   * is held against the history that the later keys signed.
   *
   * @param trusted the key to begin with
   * @param notes successions in any order, verified here
   * @throws AuditProblem as {@link #of}, and when a key came after two others
   */
  public static KeyChain withFormer(VerifierKey trusted, List<SignedNote> notes) {
    requireNotTooMany(notes);
    Map<VerifierKey, Succession> byLater = new HashMap<>();
    for (SignedNote note : notes) {
      Succession succession = Succession.verify(note, trusted.name());
      Succession other = byLater.put(succession.later(), succession);
      if (other != null && !other.equals(succession)) {
        throw new AuditProblem(
            "the key %s came after two others, %s and %s"
                .formatted(succession.later(), other.former(), succession.former()));
      }
    }
    VerifierKey first = trusted;
    Set<VerifierKey> met = new HashSet<>(Set.of(first));
    for (Succession before = byLater.get(first);
        before != null && met.add(before.former());
        before = byLater.get(first)) {
      first = before.former();
    }
    return of(first, notes);
  }

  private static void requireNotTooMany(List<SignedNote> notes) {
    if (notes.size() > LONGEST) {
      throw new AuditProblem("a log with " + notes.size() + " successions of keys");
    }
  }

  private void add(Succession next) {
    if (keys.contains(next.later()) || next.from() < from.getLast()) {
      throw new AuditProblem("the succession to " + next.later() + " leads back");
    }
    keys.add(next.later());
    from.add(next.from());
  }

  /** The log's origin, which is the name of each of its keys. */
  public String origin() {
    return origin;
  }

  /** The keys in their order, the trusted one first. */
  public List<VerifierKey> keys() {
    return List.copyOf(keys);
  }

  /**
   * The keys of which one must have signed a checkpoint of this size: the one in use then, and at
   * the very size of a rotation also the former one.
   */
  public List<VerifierKey> at(long size) {
    List<VerifierKey> valid = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      boolean begun = from.get(i) <= size;
      boolean ended = i + 1 < keys.size() && from.get(i + 1) < size;
      if (begun && !ended) {
        valid.add(keys.get(i));
      }
    }
    return valid;
  }

  /** The newest of the keys that may sign at this size. */
  public VerifierKey current(long size) {
    return at(size).getLast();
  }

  /**
   * The log with the keys of which one must have signed this checkpoint.
   *
   * @throws LogFormatException when it is none
   */
  public TrustedLog log(SignedNote checkpoint) {
    return new TrustedLog(origin, at(Checkpoint.parse(checkpoint.unverifiedText()).size()));
  }

  /**
   * The checkpoint in a note.
   *
   * @param where the note was found, for the message
   * @throws AuditProblem when the log did not sign it with a key that was in use at its size
   */
  public Checkpoint checkpoint(SignedNote note, String where) {
    try {
      return log(note).checkpoint(note);
    } catch (LogFormatException | NotProvenException e) {
      throw new AuditProblem(
          "%s is not signed by this log (%s): %s".formatted(where, origin, e.getMessage()), e);
    }
  }
}
