package org.accordledger.api.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.accordledger.api.imports.Submission.RowName;

/**
 * Lists what could not be used, one line per row or part of a row, and what was used as it is and
 * is worth a look. Cells that a spreadsheet would run as a formula are defused with a leading
 * apostrophe.
 */
final class RejectsFile implements AutoCloseable {
  private final Path path;
  private final CsvWriter csv;

  /**
   * Starts the file anew.
   *
   * @throws ImportProblem if it cannot be written
   */
  RejectsFile(Path path) {
    this.path = path;
    try {
      this.csv = CsvWriter.builder().build(Files.newBufferedWriter(path, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ImportProblem(
          "the rejects file " + path + " cannot be written; name another with --rejects");
    }
    csv.writeRecord("file", "line", "source_id", "left_out", "code", "reason");
  }

  Path path() {
    return path;
  }

  /** Nothing of the row was used. */
  synchronized void row(RowName row, String code, String reason) {
    line(row, "row", code, reason);
  }

  /** The row was used without a part. */
  synchronized void part(RowName row, String code, String reason) {
    line(row, "part", code, reason);
  }

  /** The whole row was used, and something about it is worth a look. */
  synchronized void flag(RowName row, String code, String reason) {
    line(row, "nothing", code, reason);
  }

  private void line(RowName row, String what, String code, String reason) {
    csv.writeRecord(
        inert(row.file()),
        Long.toString(row.line()),
        inert(row.sourceId()),
        what,
        code,
        inert(reason));
  }

  /** The text as a cell that no spreadsheet takes for a formula. */
  static String inert(String text) {
    String shown = text.replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]", " ");
    boolean formula = !shown.isEmpty() && "=+-@\t\r\n|%".indexOf(shown.charAt(0)) >= 0;
    return formula ? "'" + shown : shown;
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw new ImportProblem(
          "the rejects file " + path + " could not be written to the end; make room and run again");
    }
  }
}
