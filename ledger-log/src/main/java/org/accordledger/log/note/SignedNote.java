package org.accordledger.log.note;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogText;
import org.accordledger.log.NotProvenException;

/** Text with signatures by one or more keys (c2sp.org/signed-note). */
public final class SignedNote {
  /** A note longer than this is refused unread. */
  public static final int MAX_BYTES = 1 << 20;

  /** A note with more signatures is refused; the specification asks for at least 16. */
  public static final int MAX_SIGNATURES = 64;

  private final String text;
  private final List<NoteSignature> signatures;

  private SignedNote(String text, List<NoteSignature> signatures) {
    NoteText.require(text);
    if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
      throw new LogFormatException(
          "a note has 1 to %d signatures, not %d".formatted(MAX_SIGNATURES, signatures.size()));
    }
    this.text = text;
    this.signatures = List.copyOf(signatures);
  }

  /**
   * Signs a text.
   *
   * @param text ends with a newline and has no other control characters
   * @param key of the type {@link SignatureType#NOTE}
   */
  public static SignedNote sign(String text, SignerKey key) {
    key.require(SignatureType.NOTE);
    NoteText.require(text);
    byte[] value = key.sign(LogText.utf8(text));
    return new SignedNote(text, List.of(new NoteSignature(key.verifier(), value)));
  }

  /**
   * Reads a note without verifying anything.
   *
   * @throws LogFormatException when it is not written as the specification says
   */
  public static SignedNote parse(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new LogFormatException("a note has at most " + MAX_BYTES + " bytes");
    }
    String note = LogText.utf8(bytes);
    NoteText.requireNoControls(note);
    int split = note.lastIndexOf("\n\n");
    if (split < 0 || !note.endsWith("\n") || note.length() == split + 2) {
      throw new LogFormatException("a note is text, an empty line and lines of signatures");
    }
    String[] lines = note.substring(split + 2, note.length() - 1).split("\n", MAX_SIGNATURES + 1);
    List<NoteSignature> signatures = new ArrayList<>();
    for (String line : lines) {
      signatures.add(NoteSignature.parse(line));
    }
    return new SignedNote(note.substring(0, split + 1), signatures);
  }

  /** The note as {@link #parse} reads it. */
  public byte[] bytes() {
    StringBuilder note = new StringBuilder(text).append('\n');
    for (NoteSignature signature : signatures) {
      note.append(signature.line()).append('\n');
    }
    return LogText.utf8(note.toString());
  }

  /**
   * The text, with its last newline, before anyone has verified it: good for finding out which keys
   * to verify with, and for nothing else.
   */
  public String unverifiedText() {
    return text;
  }

  /** The signature lines in their order, verified or not. */
  public List<NoteSignature> signatures() {
    return signatures;
  }

  /** The same text with one more signature line, as a second key or a witness gives it. */
  public SignedNote with(NoteSignature signature) {
    List<NoteSignature> more = new ArrayList<>(signatures);
    more.add(signature);
    return new SignedNote(text, more);
  }

  /**
   * The text, when a known key has signed it. Signatures by unknown keys are ignored, also when
   * they have the name or the id of a known one, but not both.
   *
   * @param known keys of which one is enough
   * @throws NotProvenException when no known key has signed, or when a signature that is said to be
   *     by a known key is not
   */
  public String verify(Collection<VerifierKey> known) {
    if (verified(known).isEmpty()) {
      throw new NotProvenException("no known key has signed this note");
    }
    return text;
  }

  /** The signatures by known keys, of which none may fail. */
  List<Verified> verified(Collection<VerifierKey> known) {
    Set<VerifierKey> keys = Set.copyOf(known);
    List<Verified> verified = new ArrayList<>();
    for (NoteSignature signature : signatures) {
      for (VerifierKey key : keys) {
        if (key.made(signature)) {
          if (!key.verifies(text, signature.value())) {
            throw new NotProvenException("the signature by " + key + " does not verify");
          }
          verified.add(new Verified(key, signature));
        }
      }
    }
    return verified;
  }

  record Verified(VerifierKey key, NoteSignature signature) {}

  @Override
  public String toString() {
    return LogText.utf8(bytes());
  }
}
