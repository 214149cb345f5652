package org.accordledger.api.imports;

/** What a source yields for one of its data rows. */
sealed interface ReadRow {
  /** Name of the file, as given. */
  String file();

  /** The line the row starts on, from 1. */
  long line();

  /** A row that cannot be read at all. */
  record Unreadable(String file, long line, String reason) implements ReadRow {}

  /** A row whose cells have names. */
  record Cells(String file, long line, Header header, String[] cells) implements ReadRow {
    /** The cell as it stands in the file; empty if the row has no such column. */
    String cell(String column) {
      Integer index = header.indexes().get(column);
      return index == null ? "" : cells[index];
    }
  }
}
