package org.accordledger.api.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one row, or one group of rows, comes to.
 *
 * @param rows the rows it stands for; they are counted together
 * @param cases one per accused party; empty if there is a problem
 * @param notes what was left out of it
 * @param problem why nothing of it can be used; null if something can
 */
record Submission(
    List<RowName> rows,
    List<ProposedCase> cases,
    List<Scope.Note> notes,
    @Nullable Problem problem) {

  /** A row as reports name it; the source id is empty where none could be read. */
  record RowName(String file, long line, String sourceId) {}

  /** One case to be filed: the body of {@code POST /cases}. */
  record ProposedCase(String respondent, String clause, ObjectNode body) {}

  /** A reason in one sentence, and the code that groups like ones. */
  record Problem(String code, String detail) {}

  static Submission rejected(RowName row, List<Scope.Note> notes, String code, String detail) {
    return new Submission(List.of(row), List.of(), notes, new Problem(code, detail));
  }
}
