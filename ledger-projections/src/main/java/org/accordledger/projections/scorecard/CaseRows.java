package org.accordledger.projections.scorecard;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accordledger.core.Marking;
import org.accordledger.core.Recorded;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.codec.LedgerJson;
import org.accordledger.core.scorecard.CaseFigures;
import org.accordledger.core.scorecard.Contribution;
import org.accordledger.projections.Codes;
import org.accordledger.projections.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of cases: how each was opened, and what each event changed. */
final class CaseRows {
  private static final String LOAD =
      """
      select k.case_id, o.marking, c.figures
      from unnest(?::text[]) as k (case_id)
      join scorecard_opening o using (case_id)
      cross join lateral (
          select figures from scorecard_change
          where case_id = k.case_id order by position desc limit 1) c
      """;

  private static final String INSERT_OPENINGS =
      """
      insert into scorecard_opening
          (accord, clause, party, month, marking, case_id, position, title, illustrative)
      select * from unnest(?, ?, ?, ?::date[], ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_CHANGES =
      """
      insert into scorecard_change (position, case_id, counted_before, counted,
          respond_before, respond, decide_before, decide, figures)
      select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final Rows<Opening> OPENINGS =
      MonthKey.columns(new Rows<Opening>(), Opening::key)
          .column("text", opening -> opening.event().caseId().value())
          .column("bigint", Opening::position)
          .column("text", opening -> opening.event().allegation().title())
          .column("boolean", opening -> opening.event().allegation().illustrative());

  private static final Rows<Change> CHANGES =
      new Rows<Change>()
          .column("bigint", Change::position)
          .column("text", Change::caseId)
          .column("bigint", change -> StoredCounters.mask(change.before()))
          .column("bigint", change -> StoredCounters.mask(change.after()))
          .column("integer", change -> change.before().daysToRespond())
          .column("integer", change -> change.after().daysToRespond())
          .column("integer", change -> change.before().daysToDecide())
          .column("integer", change -> change.after().daysToDecide())
          .column("text", change -> json(change.figures()));

  /** A case's first event. */
  record Opening(MonthKey key, long position, AllegationSubmitted event) {
    static Opening of(Recorded<?> recorded, AllegationSubmitted event, OneCase opened) {
      return new Opening(opened.key(), recorded.position(), event);
    }
  }

  /**
   * What one event changed of one case.
   *
   * @param figures after it; null if a later event of the same batch changed the case again
   */
  record Change(
      long position,
      String caseId,
      Contribution before,
      Contribution after,
      @Nullable CaseFigures figures) {
    Change withoutState() {
      return new Change(position, caseId, before, after, null);
    }
  }

  private CaseRows() {}

  /** The cases as they stand, by stream. */
  static Map<String, OneCase> load(JdbcTemplate jdbc, Collection<String> caseIds) {
    Map<String, OneCase> cases = new HashMap<>();
    if (!caseIds.isEmpty()) {
      jdbc.query(
          LOAD,
          statement ->
              statement.setArray(
                  1, statement.getConnection().createArrayOf("text", caseIds.toArray())),
          row -> {
            CaseFigures figures =
                LedgerJson.mapper().readValue(row.getString("figures"), CaseFigures.class);
            Marking marking = Codes.parse(Marking.class, row.getString("marking"));
            cases.put(row.getString("case_id"), new OneCase(figures, marking));
          });
    }
    return cases;
  }

  static void writeOpenings(JdbcTemplate jdbc, List<Opening> openings) {
    OPENINGS.write(jdbc, INSERT_OPENINGS, openings);
  }

  static void writeChanges(JdbcTemplate jdbc, List<Change> changes) {
    CHANGES.write(jdbc, INSERT_CHANGES, changes);
  }

  private static @Nullable String json(@Nullable CaseFigures figures) {
    return figures == null ? null : LedgerJson.mapper().writeValueAsString(figures);
  }
}
