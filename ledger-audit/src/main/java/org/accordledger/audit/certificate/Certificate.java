package org.accordledger.audit.certificate;

import java.nio.file.Path;
import java.util.List;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.files.BoundedFile;
import org.accordledger.audit.files.DurableFile;
import org.accordledger.audit.files.LogDirectory;
import org.accordledger.audit.trust.KeyChain;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.NotProvenException;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.SignerKey;
import org.accordledger.log.note.VerifierKey;

/**
 * A statement and an auditor's signature under it: {@code NAME.json} is the statement with the
 * positions behind every figure, {@code NAME.txt} a signed note that people can read and that holds
 * the digest of the other.
 */
public final class Certificate {
  private static final int MAX_STATEMENT = 1 << 30;

  private final Path note;
  private final Path json;

  /**
   * @param name of the two files, without an ending
   */
  public Certificate(Path name) {
    note = name.resolveSibling(name.getFileName() + ".txt");
    json = name.resolveSibling(name.getFileName() + ".json");
  }

  /** The certificate one of whose files this is. */
  public static Certificate named(Path file) {
    String name = String.valueOf(file.getFileName());
    return new Certificate(file.resolveSibling(name.replaceAll("\\.(txt|json)$", "")));
  }

  /** The file with the signature. */
  public Path note() {
    return note;
  }

  /** The file with the statement. */
  public Path json() {
    return json;
  }

  /**
   * Signs a statement and writes both files.
   *
   * @throws AuditProblem when it has more cells than a note can hold
   */
  public void write(Statement statement, SignerKey auditor) {
    byte[] bytes = statement.json();
    String text = StatementText.of(bytes);
    if (text.length() > SignedNote.MAX_BYTES / 2) {
      throw new AuditProblem(
          "a certificate of %d cells is too long to sign; narrow it with --accord, --party or --clause"
              .formatted(statement.cells().size()));
    }
    DurableFile.write(json, bytes);
    DurableFile.write(note, SignedNote.sign(text, auditor).bytes());
  }

  /**
   * Checks both files, offline.
   *
   * @param auditor whose signature it must have
   * @param log the keys of the log it is about
   * @return the text that was signed
   * @throws AuditProblem when anything does not hold
   */
  public String check(VerifierKey auditor, KeyChain log) {
    byte[] statement = statement();
    SignedNote signed = LogDirectory.note(note);
    try {
      String text = signed.verify(List.of(auditor));
      if (!StatementText.of(statement).equals(text)) {
        throw new AuditProblem(
            "%s is not the statement that was signed in %s".formatted(json, note));
      }
      Checkpoint checkpoint =
          log.checkpoint(StatementText.checkpoint(statement), "the checkpoint in " + json);
      if (!text.startsWith(Statement.FORMAT + "\nlog " + checkpoint.origin() + "\n")) {
        throw new AuditProblem(note + " is about another log");
      }
      return text;
    } catch (NotProvenException | LogFormatException e) {
      throw new AuditProblem("the certificate does not hold: " + e.getMessage(), e);
    }
  }

  /** The bytes of the statement, unverified. */
  public byte[] statement() {
    return BoundedFile.read(json, MAX_STATEMENT);
  }
}
