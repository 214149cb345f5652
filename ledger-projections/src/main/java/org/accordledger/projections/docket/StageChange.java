package org.accordledger.projections.docket;

import java.util.List;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.Stage;
import org.accordledger.projections.Codes;
import org.accordledger.projections.Rows;
import org.springframework.jdbc.core.JdbcTemplate;

/** A case came to another stage. The first one is not kept: every case begins there. */
record StageChange(CaseId caseId, long position, Stage stage) {
  /**
   * The cases there were at a position, with the stage each stood in, as {@code s.stage}; empty if
   * it was the first. The position is the first parameter; conditions follow.
   */
  static final String AS_OF =
      """
      left join lateral (
          select stage from docket_stage
          where case_id = d.case_id and position <= ?
          order by position desc limit 1) s on true
      """;

  /** Where a case stood, by what {@link #AS_OF} found. */
  static final String STAGE = "coalesce(s.stage, '" + Codes.code(CaseCourse.START.stage()) + "')";

  private static final Rows<StageChange> ROWS =
      new Rows<StageChange>()
          .column("text", change -> change.caseId().value())
          .column("bigint", StageChange::position)
          .column("text", change -> Codes.code(change.stage()));

  static void write(JdbcTemplate jdbc, List<StageChange> changes) {
    ROWS.write(
        jdbc,
        "insert into docket_stage (case_id, position, stage) select * from unnest(?, ?, ?)",
        changes);
  }
}
