package org.accordledger.api.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.accordledger.api.imports.AllegationPlan.ExhibitPlan;
import org.accordledger.api.imports.Submission.ProposedCase;
import org.accordledger.api.imports.Submission.RowName;

/**
 * Turns rows into submissions. Rows that are grouped are held until all are read, because a total
 * is only true over all of them; other rows pass through one by one.
 */
final class SubmissionMaker {
  private final Mapping mapping;
  private final String accord;
  private final Set<String> parties;
  private final Tables tables;
  private final AllegationWriter writer;
  private final Map<String, RowName> seen = new HashMap<>();
  private final Map<String, List<ReadRow.Cells>> groups = new LinkedHashMap<>();

  /**
   * @param accord the accord alleged under
   * @param parties its parties: nobody else can be accused under it
   * @param tables of the mapping
   */
  SubmissionMaker(Mapping mapping, String accord, Set<String> parties, Tables tables) {
    this.mapping = mapping;
    this.accord = accord;
    this.parties = parties;
    this.tables = tables;
    this.writer = new AllegationWriter(mapping.plan(), accord);
  }

  /** Takes a row; hands out the submission it makes, unless the row waits for its group. */
  void take(ReadRow row, Consumer<Submission> out) {
    switch (row) {
      case ReadRow.Unreadable unreadable ->
          out.accept(
              Submission.rejected(
                  new RowName(row.file(), row.line(), ""),
                  List.of(),
                  "unreadable",
                  unreadable.reason()));
      case ReadRow.Cells cells -> {
        if (mapping.groupBy() == null) {
          out.accept(submission(List.of(cells), ""));
        } else {
          group(cells, mapping.groupBy(), out);
        }
      }
    }
  }

  /** How many groups wait. */
  int groups() {
    return groups.size();
  }

  /** Hands out what was grouped, in the order of first rows. */
  void finish(Consumer<Submission> out) {
    groups.forEach((key, rows) -> out.accept(submission(rows, key)));
    groups.clear();
  }

  private void group(ReadRow.Cells row, Expression by, Consumer<Submission> out) {
    try {
      List<String> key = Values.of(by, FieldType.TEXT, Scope.of(List.of(row), "", tables, _ -> {}));
      if (key.isEmpty()) {
        throw new RowProblem("no_group", "the row has nothing to group it by");
      }
      for (ExhibitPlan exhibit : mapping.plan().exhibits()) {
        if (exhibit.each() == null) {
          exhibit.totals().forEach(total -> total.check(row));
          if (exhibit.rows()) {
            requireText(row);
          }
        }
      }
      groups.computeIfAbsent(key.getFirst(), first -> new ArrayList<>()).add(row);
    } catch (RowProblem problem) {
      out.accept(
          Submission.rejected(
              new RowName(row.file(), row.line(), ""),
              List.of(),
              problem.code(),
              problem.detail()));
    }
  }

  /** One character that no text can hold would keep the whole group from being filed. */
  private static void requireText(ReadRow.Cells row) {
    for (String cell : row.cells()) {
      if (cell.codePoints().anyMatch(c -> Character.isISOControl(c) && "\t\r\n".indexOf(c) < 0)) {
        throw new RowProblem("control_character", "a cell holds a control character");
      }
    }
  }

  private Submission submission(List<ReadRow.Cells> rows, String group) {
    List<Scope.Note> notes = new ArrayList<>();
    Scope scope = Scope.of(rows, group, tables, notes::add);
    String sourceId = "";
    try {
      sourceId = sourceId(scope);
      RowName first = names(rows.subList(0, 1), sourceId).getFirst();
      List<ProposedCase> cases = cases(scope, rows, sourceId, notes);
      RowName earlier = seen.putIfAbsent(sourceId, first);
      if (earlier != null) {
        throw new RowProblem(
            "duplicate_source_id",
            "the source id stands already on line " + earlier.line() + " of " + earlier.file());
      }
      return new Submission(names(rows, sourceId), cases, distinct(notes), null);
    } catch (RowProblem problem) {
      return new Submission(
          names(rows, sourceId),
          List.of(),
          List.of(),
          new Submission.Problem(problem.code(), problem.detail()));
    }
  }

  private String sourceId(Scope scope) {
    Expression rule = mapping.plan().sourceId();
    List<String> ids = Values.of(rule, FieldType.TEXT, scope);
    // "t/" of "t/{id}" would be one id for every row that has none
    boolean lacksPart = rule instanceof Expression.Template template && template.hasBlank(scope);
    if (ids.isEmpty() || lacksPart) {
      throw new RowProblem(
          "no_source_id", "the row has no source id, so it could not be told from a repeat");
    }
    return ids.getFirst();
  }

  private List<ProposedCase> cases(
      Scope scope, List<ReadRow.Cells> rows, String sourceId, List<Scope.Note> notes) {
    List<ProposedCase> cases = new ArrayList<>();
    Set<String> others = new LinkedHashSet<>();
    List<String> accused = Values.of(mapping.plan().respondent(), FieldType.BODY, scope);
    for (String one : accused) {
      if (!parties.contains(one)) {
        others.add(one);
        continue;
      }
      Scope against = scope.against(one);
      List<String> clauses = Values.of(mapping.plan().clause(), FieldType.CLAUSE, against);
      if (clauses.isEmpty()) {
        throw new RowProblem("no_clause", noClause());
      }
      Scope under = against.under(clauses.getFirst());
      cases.add(new ProposedCase(one, under.clause(), writer.body(under, rows, sourceId)));
    }
    if (cases.isEmpty()) {
      throw nobody(others, notes);
    }
    if (cases.size() + others.size() > 1) {
      notes.add(
          Scope.Note.kept(
              "several_accused",
              "the row accuses %s: each that is a party is a case of its own, and none is preferred"
                  .formatted(String.join(", ", accused))));
    }
    others.forEach(
        other ->
            notes.add(
                Scope.Note.leftOut("not_a_party", "'" + other + "' is not a party to " + accord)));
    return cases;
  }

  private String noClause() {
    String remedy =
        "; add a rule that covers it to 'clause' in the mapping, or file the row by hand";
    return mapping.plan().clause() instanceof Choice choice
        ? "no rule puts the row under a clause, for none holds of: " + choice.said() + remedy
        : "the row names no clause" + remedy;
  }

  private RowProblem nobody(Set<String> others, List<Scope.Note> notes) {
    if (!others.isEmpty()) {
      return new RowProblem(
          "no_party",
          "none of the accused is a party to " + accord + ": " + String.join(", ", others));
    }
    return notes.stream()
        .filter(note -> note.code().equals("unknown_word"))
        .findFirst()
        .map(note -> new RowProblem("unknown_word", note.detail()))
        .orElseGet(() -> new RowProblem("nobody_accused", "the row accuses nobody"));
  }

  /** Two cases of one row leave out the same things; they are said once. */
  private static List<Scope.Note> distinct(List<Scope.Note> notes) {
    return List.copyOf(new LinkedHashSet<>(notes));
  }

  private static List<RowName> names(List<ReadRow.Cells> rows, String sourceId) {
    return rows.stream().map(row -> new RowName(row.file(), row.line(), sourceId)).toList();
  }
}
