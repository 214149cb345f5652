package org.accordledger.api.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.accordledger.api.imports.PhysicalLines.Line;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file with a header line. A record that does not close its quotes is reported
 * with the line it starts on, and reading goes on at the line after that one: nothing behind it is
 * lost.
 */
final class CsvRows implements RowSource {
  private static final int MAX_CELL = 256 * 1024;

  private final String file;
  private final char delimiter;
  private final InputStream in;
  private final PhysicalLines lines;
  private final Header header;

  /**
   * Reads the header.
   *
   * @throws ImportProblem if there is none
   */
  CsvRows(String file, char delimiter, InputStream in) throws IOException {
    this.file = file;
    this.delimiter = delimiter;
    this.in = in;
    this.lines = new PhysicalLines(in);
    this.header = readHeader();
  }

  Header header() {
    return header;
  }

  private Header readHeader() throws IOException {
    Line first = lines.read();
    if (first == null) {
      throw new ImportProblem(file + " is empty; expected a header line with the column names");
    }
    return switch (record(first)) {
      case Parsed.Broken broken ->
          throw new ImportProblem(file + ":1: the header cannot be read: " + broken.reason());
      case Parsed.Whole whole -> Header.of(whole.cells().stream().map(String::strip).toList());
    };
  }

  @Override
  public @Nullable ReadRow next() throws IOException {
    Line line = lines.read();
    while (line != null && line.problem() == null && line.text().isBlank()) {
      line = lines.read();
    }
    if (line == null) {
      return null;
    }
    return switch (record(line)) {
      case Parsed.Broken broken -> new ReadRow.Unreadable(file, line.number(), broken.reason());
      case Parsed.Whole whole -> row(line.number(), whole.cells());
    };
  }

  private ReadRow row(long line, List<String> cells) {
    int expected = header.names().size();
    if (cells.size() != expected) {
      return new ReadRow.Unreadable(
          file,
          line,
          "the row has " + cells.size() + " cells, the header has " + expected + " columns");
    }
    return new ReadRow.Cells(file, line, header, cells.toArray(String[]::new));
  }

  private sealed interface Parsed {
    record Whole(List<String> cells) implements Parsed {}

    record Broken(String reason) implements Parsed {}
  }

  private Parsed record(Line first) throws IOException {
    CsvScanner scanner = new CsvScanner(delimiter);
    List<Line> behind = new ArrayList<>();
    Line line = first;
    while (true) {
      String problem = line.problem();
      if (problem == null) {
        switch (scanner.line(line.text())) {
          case COMPLETE -> {
            return new Parsed.Whole(scanner.cells());
          }
          case BROKEN ->
              problem = "a closing quote is followed by more text on line " + line.number();
          case OPEN -> {
            if (scanner.openLength() > MAX_CELL) {
              problem = "a quoted cell is not closed within 256 KiB";
            }
          }
        }
      }
      if (problem == null) {
        Line next = lines.read();
        if (next != null) {
          behind.add(next);
          line = next;
          continue;
        }
        problem = "a quote is opened and never closed";
      }
      lines.giveBack(behind);
      return new Parsed.Broken(problem);
    }
  }

  @Override
  public long bytesRead() {
    return lines.bytesRead();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
