package org.accordledger.audit.trust;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.files.BoundedFile;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.note.SignerKey;
import org.accordledger.log.note.VerifierKey;

/** Keys as an auditor gives them on the command line: written out, or the name of a file. */
public final class TrustedKey {
  private static final int MAX_BYTES = 4096;

  private TrustedKey() {}

  /**
   * A verifier key.
   *
   * @param given the key itself, or a file with it on its only line
   * @throws AuditProblem when it is neither
   */
  public static VerifierKey parse(String given) {
    try {
      return isFile(given) ? read(Path.of(given)) : VerifierKey.parse(given);
    } catch (LogFormatException e) {
      throw new AuditProblem(
          "'%s' is neither a verifier key nor a file with one (%s); a key looks like <name>+<8 hex>+<base64>"
              .formatted(given, e.getMessage()),
          e);
    }
  }

  /** The verifier key in a file. */
  public static VerifierKey read(Path file) {
    String line = line(file);
    try {
      return VerifierKey.parse(line);
    } catch (LogFormatException e) {
      throw new AuditProblem(file + " holds no verifier key: " + e.getMessage(), e);
    }
  }

  /** The secret key in a file; no message repeats any of it. */
  public static SignerKey secret(Path file) {
    String line = line(file);
    try {
      return SignerKey.parse(line);
    } catch (LogFormatException e) {
      throw new AuditProblem(
          file + " holds no secret key (" + e.getMessage() + "); make one with 'audit key'");
    }
  }

  private static boolean isFile(String given) {
    try {
      return Files.isRegularFile(Path.of(given));
    } catch (InvalidPathException _) {
      return false;
    }
  }

  private static String line(Path file) {
    String text = new String(BoundedFile.read(file, MAX_BYTES), StandardCharsets.UTF_8);
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
