package org.accordledger.projections.docket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.accordledger.core.BodyId;
import org.accordledger.core.Marking;
import org.accordledger.core.Occurred;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.Clocks;
import org.accordledger.core.cases.Deadlines;
import org.accordledger.core.cases.Ground;
import org.accordledger.core.cases.Outcome;
import org.accordledger.core.cases.ResponseKind;
import org.accordledger.core.cases.Severity;
import org.accordledger.core.cases.Stage;
import org.accordledger.core.codec.LedgerJson;
import org.accordledger.projections.Codes;
import org.accordledger.projections.Columns;
import org.accordledger.projections.Rows;
import org.accordledger.projections.docket.DocketEntry.Course;
import org.accordledger.projections.docket.DocketEntry.Opening;
import org.springframework.jdbc.core.JdbcTemplate;

/** Docket entries as rows. */
final class DocketTable {
  /** Entries with the flag of their accord; conditions and order follow. */
  static final String SELECT =
      "select d.*, coalesce(a.hypothetical, false) as hypothetical from docket d"
          + " left join docket_accord a using (accord) ";

  /** What no clock will ever end, in an accord kept retrospectively, is not next to end. */
  private static final String UPSERT =
      """
      insert into docket as d (case_id, accord, clause, clause_version, respondent,
          complainant, title, occurred_from, occurred_to, occurred_precision, occurred_ongoing,
          disclosed, filed_on, source_id, marking, illustrative, opened_position, opened_at,
          stage, respond_by, response, responded_on, ground, outcome, severity, decided_on,
          under_review, remedy, remedy_due_by, joined_into, clocks, next_deadline, next_due,
          version, position, recorded_at)
      select n.case_id, n.accord, clause, clause_version, respondent,
          complainant, title, occurred_from, occurred_to, occurred_precision, occurred_ongoing,
          disclosed, filed_on, source_id, marking, illustrative, opened_position, opened_at,
          stage, respond_by, response, responded_on, ground, outcome, severity, decided_on,
          under_review, remedy, remedy_due_by, joined_into, clocks,
          case when not a.retrospective then next_deadline end,
          case when not a.retrospective then next_due end,
          version, position, recorded_at
      from unnest(?, ?, ?, ?, ?,
          ?, ?, ?, ?, ?, ?,
          ?, ?, ?, ?, ?, ?, ?::timestamptz[],
          ?, ?, ?, ?, ?, ?, ?, ?,
          ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz[])
        as n(case_id, accord, clause, clause_version, respondent,
          complainant, title, occurred_from, occurred_to, occurred_precision, occurred_ongoing,
          disclosed, filed_on, source_id, marking, illustrative, opened_position, opened_at,
          stage, respond_by, response, responded_on, ground, outcome, severity, decided_on,
          under_review, remedy, remedy_due_by, joined_into, clocks, next_deadline, next_due,
          version, position, recorded_at)
        left join docket_accord a on a.accord = n.accord
      on conflict (case_id) do update set
          stage = excluded.stage, respond_by = excluded.respond_by, response = excluded.response,
          responded_on = excluded.responded_on, ground = excluded.ground,
          outcome = excluded.outcome, severity = excluded.severity,
          decided_on = excluded.decided_on, under_review = excluded.under_review,
          remedy = excluded.remedy, remedy_due_by = excluded.remedy_due_by,
          joined_into = excluded.joined_into, clocks = excluded.clocks,
          next_deadline = excluded.next_deadline, next_due = excluded.next_due, version = excluded.version,
          position = excluded.position, recorded_at = excluded.recorded_at
      """;

  private static final Rows<DocketEntry> ROWS =
      new Rows<DocketEntry>()
          .column("text", e -> e.caseId().value())
          .column("text", e -> e.opening().accord().value())
          .column("text", e -> e.opening().clause().value())
          .column("integer", e -> e.opening().clauseVersion())
          .column("text", e -> e.opening().respondent().value())
          .column("text", e -> e.opening().complainant().value())
          .column("text", e -> e.opening().title())
          .column("text", e -> Rows.text(e.opening().occurred().from()))
          .column("text", e -> Rows.text(e.opening().occurred().to()))
          .column("text", e -> Codes.code(e.opening().occurred().precision()))
          .column("boolean", e -> e.opening().occurred().ongoing())
          .column("text", e -> Rows.text(e.opening().disclosed()))
          .column("text", e -> Rows.text(e.opening().filedOn()))
          .column("text", e -> e.opening().sourceId())
          .column("text", e -> Codes.code(e.opening().marking()))
          .column("boolean", e -> e.opening().illustrative())
          .column("bigint", e -> e.opening().position())
          .column("text", e -> Rows.text(e.opening().recordedAt()))
          .column("text", e -> Codes.code(e.course().stage()))
          .column("text", e -> Rows.text(e.course().respondBy()))
          .column("text", e -> Codes.codeOrNull(e.course().response()))
          .column("text", e -> Rows.text(e.course().respondedOn()))
          .column("text", e -> Codes.codeOrNull(e.course().ground()))
          .column("text", e -> Codes.codeOrNull(e.course().outcome()))
          .column("text", e -> Codes.codeOrNull(e.course().severity()))
          .column("text", e -> Rows.text(e.course().decidedOn()))
          .column("boolean", e -> e.course().underReview())
          .column("text", e -> Codes.code(e.course().remedy()))
          .column("text", e -> Rows.text(e.course().remedyDueBy()))
          .column("text", e -> Rows.text(e.course().joinedInto()))
          .column("text", e -> LedgerJson.mapper().writeValueAsString(e.course().clocks()))
          .column("text", e -> next(e).map(due -> Codes.code(due.deadline())).orElse(null))
          .column("text", e -> next(e).map(due -> Rows.text(due.dueBy())).orElse(null))
          .column("bigint", DocketEntry::version)
          .column("bigint", DocketEntry::position)
          .column("text", e -> Rows.text(e.recordedAt()));

  private DocketTable() {}

  private static Optional<Deadlines.Due> next(DocketEntry entry) {
    return Deadlines.next(entry.course().clocks());
  }

  static void write(JdbcTemplate jdbc, List<DocketEntry> entries) {
    ROWS.write(jdbc, UPSERT, entries);
  }

  static List<DocketEntry> load(JdbcTemplate jdbc, Collection<String> caseIds) {
    if (caseIds.isEmpty()) {
      return List.of();
    }
    return jdbc.query(
        SELECT + "where d.case_id = any (?)",
        statement ->
            statement.setArray(
                1, statement.getConnection().createArrayOf("text", caseIds.toArray())),
        (row, number) -> entry(row));
  }

  static DocketEntry entry(ResultSet row) throws SQLException {
    return new DocketEntry(
        new CaseId(row.getString("case_id")),
        opening(row),
        course(row),
        row.getBoolean("hypothetical"),
        row.getLong("version"),
        row.getLong("position"),
        Columns.instant(row, "recorded_at"));
  }

  private static Opening opening(ResultSet row) throws SQLException {
    return new Opening(
        new AccordId(row.getString("accord")),
        new ClauseCode(row.getString("clause")),
        row.getObject("clause_version", Integer.class),
        new BodyId(row.getString("respondent")),
        new BodyId(row.getString("complainant")),
        row.getString("title"),
        new Occurred(
            Columns.dayOrNull(row, "occurred_from"),
            Columns.dayOrNull(row, "occurred_to"),
            Codes.parse(Occurred.Precision.class, row.getString("occurred_precision")),
            row.getBoolean("occurred_ongoing")),
        Columns.dayOrNull(row, "disclosed"),
        LocalDate.parse(row.getString("filed_on")),
        row.getString("source_id"),
        Codes.parse(Marking.class, row.getString("marking")),
        row.getBoolean("illustrative"),
        row.getLong("opened_position"),
        Columns.instant(row, "opened_at"));
  }

  private static Course course(ResultSet row) throws SQLException {
    return new Course(
        Codes.parse(Stage.class, row.getString("stage")),
        Columns.dayOrNull(row, "respond_by"),
        Columns.codeOrNull(row, "response", ResponseKind.class),
        Columns.dayOrNull(row, "responded_on"),
        Columns.codeOrNull(row, "ground", Ground.class),
        Columns.codeOrNull(row, "outcome", Outcome.class),
        Columns.codeOrNull(row, "severity", Severity.class),
        Columns.dayOrNull(row, "decided_on"),
        row.getBoolean("under_review"),
        Codes.parse(Remedy.class, row.getString("remedy")),
        Columns.dayOrNull(row, "remedy_due_by"),
        Columns.valueOrNull(row, "joined_into", CaseId::new),
        LedgerJson.mapper().readValue(row.getString("clocks"), Clocks.class));
  }
}
