package org.accordledger.audit.fetch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.files.DurableFile;
import org.accordledger.audit.trust.KeyChain;
import org.accordledger.audit.trust.Succession;
import org.accordledger.log.LogText;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.NoteSignature;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.VerifierKey;

/** Finds out how the key of a checkpoint came after the one that is trusted. */
final class KeyFetch {
  private static final int MAX_KEY = 4096;
  private static final int MOST_ROTATIONS = 1_000;

  private final Served served;
  private final Path log;

  KeyFetch(Served served, Path log) {
    this.served = served;
    this.log = log;
  }

  /**
   * The name of the file with a log's key: its origin with every character outside {@code
   * [A-Za-z0-9.-]} replaced by {@code _}.
   */
  static String fileName(String origin) {
    return origin.replaceAll("[^A-Za-z0-9.-]", "_") + ".vkey";
  }

  /** The key the server itself says is its own: to be trusted by nobody who has another one. */
  VerifierKey own(SignedNote checkpoint) {
    String name = fileName(Checkpoint.parse(checkpoint.unverifiedText()).origin());
    byte[] line =
        served
            .file(name, MAX_KEY)
            .orElseThrow(
                () ->
                    new AuditProblem(
                        "the server gives no key (/log/" + name + "); give one with --key"));
    return VerifierKey.parse(LogText.utf8(line).stripTrailing());
  }

  /**
   * The keys from the trusted one on, as far as the checkpoint needs them. Stores the successions.
   *
   * @param stored those that are here already
   */
  KeyChain chain(VerifierKey trusted, SignedNote checkpoint, List<SignedNote> stored) {
    List<SignedNote> notes = new ArrayList<>(stored);
    Set<Integer> asked = new HashSet<>(Set.of(trusted.id()));
    KeyChain.of(trusted, stored).keys().forEach(key -> asked.add(key.id()));
    Deque<Integer> ids = new ArrayDeque<>();
    checkpoint.signatures().stream()
        .filter(signature -> signature.name().equals(trusted.name()))
        .map(NoteSignature::keyId)
        .forEach(ids::add);
    while (!ids.isEmpty() && asked.size() < MOST_ROTATIONS) {
      int id = ids.remove();
      if (asked.add(id)) {
        Optional<SignedNote> note = served.succession(id);
        if (note.isPresent()) {
          Succession succession = Succession.verify(note.get(), trusted.name());
          notes.add(note.get());
          ids.add(succession.former().id());
        }
      }
    }
    KeyChain chain = KeyChain.of(trusted, notes);
    chain.checkpoint(checkpoint, "the server's checkpoint");
    notes.subList(stored.size(), notes.size()).forEach(note -> store(note, trusted.name()));
    return chain;
  }

  private void store(SignedNote note, String origin) {
    VerifierKey later = Succession.verify(note, origin).later();
    Path keys = log.resolve("keys");
    DurableFile.write(keys.resolve("%08x.succession".formatted(later.id())), note.bytes());
  }

  /** Writes the files that name keys beside the log. */
  void store(KeyChain chain, VerifierKey current) {
    for (VerifierKey key : chain.keys()) {
      write(log.resolve("keys").resolve("%08x.vkey".formatted(key.id())), key);
    }
    write(log.resolve(fileName(chain.origin())), current);
  }

  private static void write(Path file, VerifierKey key) {
    DurableFile.write(file, (key.encoded() + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
