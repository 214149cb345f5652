package org.accordledger.store.publish;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogText;
import org.accordledger.log.NotProvenException;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.NoteSignature;
import org.accordledger.log.note.SignatureType;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.SignerKey;
import org.accordledger.log.note.TrustedLog;
import org.accordledger.log.note.VerifierKey;

/**
 * The keys of the log: which ones sign, which ones signed, and how one followed another. Public
 * halves and successions stand in the log's directory as well, for its readers. Safe for several
 * threads; one process at a time.
 */
public final class SigningKeys {
  private static final String SUCCESSION = "accord-ledger/key-succession/v1";

  private final String origin;
  private final KeyFiles files;
  private final LogDirectory log;
  private final List<SignerKey> signers = new ArrayList<>();
  private KeyInventory inventory;

  private SigningKeys(String origin, KeyFiles files, LogDirectory log) {
    this.origin = origin;
    this.files = files;
    this.log = log;
    this.inventory = files.readInventory(origin);
  }

  /**
   * Reads the keys, and changes nothing but what an end in the middle of a write left. There are
   * none before the log is first published.
   *
   * @param directory for this process's user alone
   * @throws SigningKeysProblem when the directory is not whole
   */
  public static SigningKeys open(Path directory, LogDirectory log, String origin) {
    KeyFiles files = new KeyFiles(directory.toAbsolutePath().normalize());
    if (Files.isDirectory(files.directory())) {
      DurableFiles.makeSecretDirectory(files.directory());
      DurableFiles.deleteUnfinished(files.directory());
    }
    SigningKeys keys = new SigningKeys(origin, files, log);
    keys.takeOver(keys.inventory);
    return keys;
  }

  /**
   * Brings the public files up to date and destroys the secrets of retired keys: only once it is
   * sure that these are the keys that signed the log.
   */
  synchronized void settle() {
    files.destroyRetired(inventory);
    List<LogKey> keys = inventory.keys();
    for (LogKey key : keys) {
      log.writeKey(key.verifier());
      if (!key.equals(keys.getFirst())) {
        log.writeSuccession(key.verifier(), files.readSuccession(key));
      }
    }
    inventory.active().ifPresent(key -> log.writeCurrentKey(key.verifier()));
  }

  private void takeOver(KeyInventory next) {
    List<SignerKey> secrets = next.signing().map(files::readSecret).toList();
    inventory = next;
    signers.clear();
    signers.addAll(secrets);
    next.keys().stream().skip(1).forEach(files::readSuccession);
  }

  /** Every key that ever signed, oldest first; the last is the active one. */
  public synchronized List<LogKey> inventory() {
    return inventory.keys();
  }

  /**
   * The log as its readers know it: every key that ever signed.
   *
   * @throws SigningKeysProblem before the log was first published
   */
  public synchronized TrustedLog trustedLog() {
    if (inventory.keys().isEmpty()) {
      throw new SigningKeysProblem("The log has no key yet: it gets one when it is published.");
    }
    return new TrustedLog(origin, inventory.trustedAt(0));
  }

  /** Makes the first key. */
  synchronized void begin() {
    if (!inventory.keys().isEmpty()) {
      throw new IllegalStateException("a log begins once");
    }
    SignerKey first = SignerKey.generate(origin, SignatureType.NOTE);
    files.writeSecret(first);
    commit(inventory.with(first.verifier(), 0));
  }

  synchronized boolean isEmpty() {
    return inventory.keys().isEmpty();
  }

  /**
   * Makes a new active key. The former one signs beside it until it is retired, so that readers who
   * know only that one can follow.
   *
   * @return the new key's public half
   * @throws SigningKeysProblem when an earlier rotation is not finished, or nothing is published
   */
  public synchronized VerifierKey rotate() {
    LogKey former =
        inventory
            .active()
            .orElseThrow(() -> new SigningKeysProblem("The log has no key yet: publish it first."));
    inventory
        .overlapping()
        .ifPresent(
            key -> {
              throw new SigningKeysProblem(
                  "The former key %s still signs: retire it before the next rotation."
                      .formatted(key.id()));
            });
    long from = served().size();
    SignerKey next = SignerKey.generate(origin, SignatureType.NOTE);
    files.writeSecret(next);
    files.writeSuccession(next.verifier(), succession(former, next, from).bytes());
    commit(inventory.with(next.verifier(), from));
    return next.verifier();
  }

  private SignedNote succession(LogKey former, SignerKey next, long from) {
    String text =
        String.join(
                "\n",
                SUCCESSION,
                origin,
                former.verifier().encoded(),
                next.verifier().encoded(),
                Long.toString(from))
            + "\n";
    return sign(text, List.of(files.readSecret(former), next));
  }

  /**
   * Ends the signing of a former key for ever; its secret half is destroyed.
   *
   * @param id as in {@link LogKey#id}
   * @throws SigningKeysProblem when it is not the former key, or the served checkpoint is not yet
   *     signed by its successor
   */
  public synchronized void retire(String id) {
    LogKey former =
        inventory
            .overlapping()
            .filter(key -> key.id().equals(id))
            .orElseThrow(
                () ->
                    new SigningKeysProblem(
                        "%s is not a former key that still signs: rotate first.".formatted(id)));
    VerifierKey active = inventory.keys().getLast().verifier();
    SignedCheckpoint served = served();
    if (!isSignedBy(served.note(), active)) {
      throw new SigningKeysProblem(
          "The new key %s has not signed the served checkpoint yet: let the ledger publish with"
                  .formatted(KeyFiles.hex(active))
              + " both keys first.");
    }
    commit(inventory.without(former, served.size()));
  }

  private void commit(KeyInventory next) {
    files.writeInventory(next);
    takeOver(next);
    settle();
  }

  /** What readers have, verified: a size that nobody signed must not end a key. */
  private SignedCheckpoint served() {
    SignedNote note =
        log.checkpoint()
            .map(SignedNote::parse)
            .orElseThrow(
                () ->
                    new SigningKeysProblem(
                        "Nothing is published: the checkpoint is missing in " + log.path() + "."));
    try {
      return new SignedCheckpoint(verify(note), note);
    } catch (NotProvenException e) {
      throw new SigningKeysProblem(
          "The checkpoint in %s is not this log's (%s): start the ledger again."
              .formatted(log.path(), e.getMessage()),
          e);
    }
  }

  /** Signs with every key that signs. The caller never signs what contradicts an earlier one. */
  synchronized SignedNote sign(Checkpoint checkpoint) {
    return sign(checkpoint.body(), signers);
  }

  private static SignedNote sign(String text, List<SignerKey> keys) {
    SignedNote note = SignedNote.sign(text, keys.getFirst());
    for (SignerKey key : keys.subList(1, keys.size())) {
      note = note.with(SignedNote.sign(text, key).signatures().getFirst());
    }
    return note;
  }

  /** Whether a note carries a line by every key that signs now. */
  synchronized boolean isSignedByAll(SignedNote note) {
    return signers.stream().allMatch(signer -> isSignedBy(note, signer.verifier()));
  }

  private static boolean isSignedBy(SignedNote note, VerifierKey key) {
    return note.signatures().stream().anyMatch(line -> isBy(line, key));
  }

  /** The note with nobody's lines but the log's own: without those of witnesses. */
  synchronized SignedNote ownLines(SignedNote note) {
    StringBuilder own = new StringBuilder(note.unverifiedText()).append('\n');
    note.signatures().stream().filter(this::isOurs).forEach(line -> own.append(line).append('\n'));
    return SignedNote.parse(LogText.utf8(own.toString()));
  }

  private boolean isOurs(NoteSignature line) {
    return inventory.keys().stream().anyMatch(key -> isBy(line, key.verifier()));
  }

  private static boolean isBy(NoteSignature line, VerifierKey key) {
    return line.name().equals(key.name()) && line.keyId() == key.id();
  }

  /**
   * The checkpoint in a note, when a key has signed it that could sign at that size. A line by a
   * key of this log that is not here means that the keys here are old: what they sign would be
   * refused by readers who know the new one.
   *
   * @throws NotProvenException when it is by another log, by keys unknown here, or wrongly signed
   * @throws LogFormatException when it is not a checkpoint
   */
  synchronized Checkpoint verify(SignedNote note) {
    long size = Checkpoint.parse(note.unverifiedText()).size();
    for (NoteSignature line : note.signatures()) {
      if (line.name().equals(origin) && !isOurs(line)) {
        throw new NotProvenException(
            "the log's key %s has signed it and is not here"
                .formatted(HexFormat.of().toHexDigits(line.keyId())));
      }
    }
    List<VerifierKey> trusted = inventory.trustedAt(size);
    if (trusted.isEmpty()) {
      throw new NotProvenException("there are no keys here");
    }
    return new TrustedLog(origin, trusted).checkpoint(note);
  }
}
