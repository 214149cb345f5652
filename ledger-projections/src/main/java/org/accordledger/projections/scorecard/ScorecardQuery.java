package org.accordledger.projections.scorecard;

import java.util.Set;
import javax.sql.DataSource;
import org.accordledger.core.Marking;
import org.accordledger.core.scorecard.CellKey;
import org.accordledger.core.scorecard.Counter;
import org.accordledger.core.scorecard.Period;
import org.accordledger.core.scorecard.Scorecard;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.Cursor;
import org.accordledger.projections.Page;
import org.accordledger.projections.Reading;
import org.accordledger.projections.Snapshots;
import org.accordledger.projections.Standing;
import org.jspecify.annotations.Nullable;

/** Reads the scorecard as of any position or time. */
public final class ScorecardQuery {
  private final Snapshots snapshots;

  public ScorecardQuery(DataSource dataSource) {
    this.snapshots = new Snapshots(dataSource, ScorecardProjection.NAME);
  }

  /**
   * Reads and grades.
   *
   * @throws org.accordledger.projections.PositionNotApplied if the position is not applied yet
   * @throws org.accordledger.core.InvalidValue for a position or method that cannot be
   */
  public ScorecardReading read(ScorecardRequest request) {
    return snapshots.inOneView(
        (jdbc, standing) -> {
          Standing at = Moments.resolve(jdbc, request.asOf(), standing);
          MonthsAsOf months = MonthsAsOf.read(jdbc, request, at.position());
          Scorecard scorecard =
              Scorecard.of(
                  at.position(),
                  at.recordedAt(),
                  request.incidents(),
                  request.method(),
                  AccordRows.asOf(jdbc, request.accord(), at.position()),
                  months.visible());
          return new ScorecardReading(
              scorecard.only(request.accord(), request.party(), request.clause()),
              months.leftOut());
        });
  }

  /**
   * The cases behind a figure, the newest first.
   *
   * @param counter the figure; null for every case of the cell
   * @param incidents months whose incidents count
   * @param visible markings the reader may see; the page says how many cases of the cell they leave
   *     out
   * @param cursor from an earlier page; null for the first. Pages stay consistent only for one
   *     position: after the first, ask for the position that it was true at
   * @param limit most cases on the page, 1 to 200
   * @throws org.accordledger.projections.PositionNotApplied if the position is not applied yet
   * @throws org.accordledger.core.InvalidValue for a cursor, limit or position that cannot be
   */
  public Reading<Page<CaseBehind>> casesBehind(
      CellKey cell,
      @Nullable Counter counter,
      AsOf asOf,
      Period incidents,
      Set<Marking> visible,
      @Nullable String cursor,
      int limit) {
    Cursor from = Cursor.parse(cursor);
    Cursor.requireLimit(limit);
    return snapshots.inOneView(
        (jdbc, standing) -> {
          Standing at = Moments.resolve(jdbc, asOf, standing);
          CasesAsOf cases = new CasesAsOf(jdbc, cell, counter, incidents, at.position());
          return new Reading<>(
              at.position(),
              at.recordedAt(),
              from.page(
                  cases.list(visible, from, limit + 1),
                  limit,
                  CaseBehind::position,
                  HiddenCases.count(jdbc, cell.accord(), at.position(), visible)));
        });
  }
}
