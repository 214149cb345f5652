package org.accordledger.audit.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.accordledger.audit.AuditProblem;

/** Reads files that somebody else wrote, and never more of them than such a file can have. */
public final class BoundedFile {
  private BoundedFile() {}

  /**
   * The whole file.
   *
   * @param most bytes it may have
   * @throws AuditProblem when it is missing, longer or unreadable
   */
  public static byte[] read(Path file, int most) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new AuditProblem(file + " is longer than the " + most + " bytes it may have");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new AuditProblem(file + " is missing", e);
    } catch (IOException e) {
      throw new AuditProblem(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
