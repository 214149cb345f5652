package org.accordledger.api.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What an expression may look at.
 *
 * @param row the row; the group's first one where rows are grouped
 * @param rows how many rows the allegation is made of
 * @param group the group's key; empty where rows are not grouped
 * @param respondent the accused party; empty until it is known
 * @param clause the clause's code; empty until it is known
 * @param tables whose rows may belong to the row
 * @param notes takes what whoever reads the rejects should know of a row that is used
 */
record Scope(
    ReadRow.Cells row,
    int rows,
    String group,
    String respondent,
    String clause,
    Tables tables,
    Consumer<Note> notes) {

  /**
   * Something about a row that is used.
   *
   * @param code groups like notes in the summary
   * @param detail one sentence
   * @param kept true if everything is kept as it is, false if it was left out
   */
  record Note(String code, String detail, boolean kept) {
    static Note leftOut(String code, String detail) {
      return new Note(code, detail, false);
    }

    static Note kept(String code, String detail) {
      return new Note(code, detail, true);
    }
  }

  static Scope of(ReadRow.Cells row, Consumer<Note> notes) {
    return of(List.of(row), "", Tables.NONE, notes);
  }

  static Scope of(List<ReadRow.Cells> rows, String group, Tables tables, Consumer<Note> notes) {
    return new Scope(rows.getFirst(), rows.size(), group, "", "", tables, notes);
  }

  Scope against(String party) {
    return new Scope(row, rows, group, party, clause, tables, notes);
  }

  Scope under(String code) {
    return new Scope(row, rows, group, respondent, code, tables, notes);
  }

  /** As this, with one row of a table in the place of all that belong to the row. */
  Scope with(String table, ReadRow.Cells one) {
    List<String> names = new ArrayList<>(row.header().names());
    List<String> cells = new ArrayList<>(List.of(row.cells()));
    for (String column : one.header().names()) {
      names.add(table + "." + column);
      cells.add(one.cell(column));
    }
    ReadRow.Cells joined =
        new ReadRow.Cells(row.file(), row.line(), Header.of(names), cells.toArray(String[]::new));
    return new Scope(joined, rows, group, respondent, clause, tables, notes);
  }

  /**
   * What stands under a name, without the blanks around it: one variable or cell of the row, or a
   * cell for each row of a table that belongs to it, of which there may be none.
   */
  List<String> cells(String name) {
    return switch (name) {
      case "$group" -> List.of(group);
      case "$rows" -> List.of(Integer.toString(rows));
      case "$respondent" -> List.of(respondent);
      case "$clause" -> List.of(clause);
      case "$line" -> List.of(Long.toString(row.line()));
      default ->
          row.header().has(name) || !tables.has(name)
              ? List.of(row.cell(name).strip())
              : tables.cells(name, this);
    };
  }

  /** The same as one text; where a table says several things, they follow one another. */
  String variable(String name) {
    return cells(name).stream()
        .filter(cell -> !cell.isEmpty())
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
