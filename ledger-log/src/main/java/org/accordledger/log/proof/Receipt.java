package org.accordledger.log.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogHash;
import org.accordledger.log.LogText;
import org.accordledger.log.NotProvenException;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.TrustedLog;
import org.jspecify.annotations.Nullable;

/**
 * Proof, for keeping, that a leaf is in the log: an inclusion proof with the checkpoint it leads to
 * (c2sp.org/tlog-proof).
 */
public final class Receipt {
  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";

  private final byte @Nullable [] extra;
  private final InclusionProof proof;
  private final SignedNote checkpoint;

  private Receipt(byte @Nullable [] extra, InclusionProof proof, SignedNote checkpoint) {
    this.extra = extra;
    this.proof = proof;
    this.checkpoint = checkpoint;
  }

  /** A receipt without extra data. */
  public static Receipt of(InclusionProof proof, SignedNote checkpoint) {
    return new Receipt(null, proof, checkpoint);
  }

  /**
   * The same receipt with data beside it that no signature covers: whoever reads it must not trust
   * it.
   *
   * @param extra at least one byte
   */
  public Receipt withExtra(byte[] extra) {
    if (extra.length == 0) {
      throw new IllegalArgumentException("no extra data is written as no line");
    }
    return new Receipt(extra.clone(), proof, checkpoint);
  }

  /**
   * Reads a receipt without verifying anything.
   *
   * @throws LogFormatException when it is not written as the specification says
   */
  public static Receipt parse(byte[] bytes) {
    int blank = blankLine(bytes);
    String[] lines = LogText.utf8(Arrays.copyOf(bytes, blank)).split("\n", -1);
    if (!lines[0].equals(HEADER)) {
      throw new LogFormatException("a receipt begins with " + HEADER);
    }
    int at = 1;
    byte @Nullable [] extra = null;
    if (at < lines.length && lines[at].startsWith(EXTRA)) {
      extra = LogText.fromBase64(lines[at].substring(EXTRA.length()));
      at++;
    }
    if (at == lines.length
        || !lines[at].startsWith(INDEX)
        || (extra != null && extra.length == 0)) {
      throw new LogFormatException("a receipt has an index, and before it extra data or no line");
    }
    long index = LogText.decimal(lines[at].substring(INDEX.length()));
    List<byte[]> hashes = new ArrayList<>();
    for (String line : Arrays.asList(lines).subList(at + 1, lines.length)) {
      hashes.add(LogText.hash(line));
    }
    SignedNote note = SignedNote.parse(Arrays.copyOfRange(bytes, blank + 2, bytes.length));
    return new Receipt(extra, InclusionProof.of(index, hashes), note);
  }

  /** Where the first empty line is: at its newline and the one before. */
  private static int blankLine(byte[] bytes) {
    for (int i = 1; i < bytes.length; i++) {
      if (bytes[i - 1] == '\n' && bytes[i] == '\n') {
        return i - 1;
      }
    }
    throw new LogFormatException("a receipt has an empty line before its checkpoint");
  }

  /** The receipt as {@link #parse} reads it. */
  public byte[] bytes() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    if (extra != null) {
      text.append(EXTRA).append(LogText.base64(extra)).append('\n');
    }
    text.append(INDEX).append(proof.index()).append('\n');
    proof.hashes().forEach(hash -> text.append(LogText.base64(hash)).append('\n'));
    text.append('\n').append(checkpoint);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Verifies that the log has signed a tree with this leaf at {@link InclusionProof#index}.
   *
   * @param leaf the bytes of the leaf
   * @return what the log has signed
   * @throws NotProvenException when it has not, as far as this receipt goes
   * @throws LogFormatException when what it has signed is not a checkpoint
   */
  public Checkpoint verify(byte[] leaf, TrustedLog log) {
    Checkpoint signed = log.checkpoint(checkpoint);
    proof.verify(LogHash.leaf(leaf), signed.size(), signed.root());
    return signed;
  }

  /** Data beside the proof that no signature covers. */
  public Optional<byte[]> extra() {
    return Optional.ofNullable(extra).map(byte[]::clone);
  }

  /** The way from the leaf to the root. */
  public InclusionProof proof() {
    return proof;
  }

  /** The checkpoint with its signatures, also those of witnesses. */
  public SignedNote checkpoint() {
    return checkpoint;
  }
}
