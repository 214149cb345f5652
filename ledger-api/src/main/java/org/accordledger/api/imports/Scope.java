package org.accordledger.api.imports;

import java.util.List;
import java.util.function.Consumer;

/**
 * What an expression may look at.
 *
 * @param row the row; the group's first one where rows are grouped
 * @param rows how many rows the allegation is made of
 * @param group the group's key; empty where rows are not grouped
 * @param respondent the accused party; empty until it is known
 * @param clause the clause's code; empty until it is known
 * @param notes takes what had to be left out of a row that is otherwise used
 */
record Scope(
    ReadRow.Cells row,
    int rows,
    String group,
    String respondent,
    String clause,
    Consumer<Note> notes) {

  /**
   * Something left out.
   *
   * @param code groups like notes in the summary
   * @param detail one sentence
   */
  record Note(String code, String detail) {}

  static Scope of(ReadRow.Cells row, Consumer<Note> notes) {
    return new Scope(row, 1, "", "", "", notes);
  }

  static Scope of(List<ReadRow.Cells> rows, String group, Consumer<Note> notes) {
    return new Scope(rows.getFirst(), rows.size(), group, "", "", notes);
  }

  Scope against(String party) {
    return new Scope(row, rows, group, party, clause, notes);
  }

  Scope under(String code) {
    return new Scope(row, rows, group, respondent, code, notes);
  }

  /** A variable of templates, or a cell. */
  String variable(String name) {
    return switch (name) {
      case "$group" -> group;
      case "$rows" -> Integer.toString(rows);
      case "$respondent" -> respondent;
      case "$clause" -> clause;
      case "$line" -> Long.toString(row.line());
      default -> row.cell(name).strip();
    };
  }
}
