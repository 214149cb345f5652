package org.accordledger.api.imports;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes one CSV record (RFC 4180) apart, line by line. Strict about quotes on purpose: a reader
 * that forgives an unclosed quote swallows every row behind it.
 */
final class CsvScanner {
  /** Where the record stands after a line. */
  enum State {
    COMPLETE,
    /** A quoted cell goes on in the next line. */
    OPEN,
    /** A closing quote is followed by something other than a delimiter. */
    BROKEN
  }

  private final char delimiter;
  private final List<String> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private boolean inQuotes;

  CsvScanner(char delimiter) {
    this.delimiter = delimiter;
  }

  List<String> cells() {
    return cells;
  }

  /** Characters held by a cell that is not closed yet. */
  int openLength() {
    return cell.length();
  }

  State line(String line) {
    if (inQuotes) {
      cell.append('\n');
    }
    int length = line.endsWith("\r") ? line.length() - 1 : line.length();
    int at = 0;
    while (true) {
      if (inQuotes) {
        at = quoted(line, at);
        if (at < 0) {
          return State.OPEN;
        }
        if (at < length && line.charAt(at) != delimiter) {
          return State.BROKEN;
        }
      } else if (at < length && line.charAt(at) == '"') {
        inQuotes = true;
        at++;
        continue;
      } else {
        int stop = at;
        while (stop < length && line.charAt(stop) != delimiter) {
          stop++;
        }
        cell.append(line, at, stop);
        at = stop;
      }
      cells.add(cell.toString());
      cell.setLength(0);
      if (at >= length) {
        return State.COMPLETE;
      }
      at++;
    }
  }

  /** Reads on inside quotes; the index behind the closing quote, or -1 if the line ends before. */
  private int quoted(String line, int from) {
    for (int at = from; at < line.length(); at++) {
      char c = line.charAt(at);
      if (c != '"') {
        cell.append(c);
      } else if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
        cell.append('"');
        at++;
      } else {
        inQuotes = false;
        return at + 1;
      }
    }
    return -1;
  }
}
