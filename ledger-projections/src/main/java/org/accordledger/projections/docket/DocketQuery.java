package org.accordledger.projections.docket;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.accordledger.core.Marking;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.Deadline;
import org.accordledger.core.cases.Stage;
import org.accordledger.projections.Codes;
import org.accordledger.projections.Conditions;
import org.accordledger.projections.Cursor;
import org.accordledger.projections.Page;
import org.accordledger.projections.PositionNotApplied;
import org.accordledger.projections.Reading;
import org.accordledger.projections.Snapshots;
import org.accordledger.projections.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads cases as they stand, and which there were at an earlier point. */
public final class DocketQuery {
  private static final String OVER =
      """
      select case_id, next_deadline, next_due from docket
      where next_due < ? and (next_due, case_id) > (?, ?)
      order by next_due, case_id limit ?
      """;

  private final Snapshots snapshots;

  public DocketQuery(DataSource dataSource) {
    this.snapshots = new Snapshots(dataSource, DocketProjection.NAME);
  }

  /** One case; empty if there is none or the reader may not know of it. */
  public Reading<Optional<DocketEntry>> find(CaseId caseId, Set<Marking> visible) {
    return snapshots.read(
        jdbc ->
            jdbc.sql(DocketTable.SELECT + "where d.case_id = ?")
                .param(caseId.value())
                .query((row, number) -> DocketTable.entry(row))
                .optional()
                .filter(entry -> visible.contains(entry.opening().marking())));
  }

  /**
   * A page of cases, the newest first. The page says how many cases of the accord, respondent and
   * clause asked for the reader's clearance hides, whatever became of them: to count them by stage
   * would tell what became of them.
   *
   * @param visible markings the reader may see
   * @param cursor from an earlier page; null for the first
   * @param limit most cases on the page, 1 to 200
   * @throws org.accordledger.core.InvalidValue for a cursor or limit that cannot be
   */
  public Reading<Page<DocketEntry>> list(
      DocketFilter filter, Set<Marking> visible, @Nullable String cursor, int limit) {
    Cursor from = Cursor.parse(cursor);
    Cursor.requireLimit(limit);
    return snapshots.read(
        jdbc ->
            from.page(
                page(jdbc, DocketTable.SELECT, standing(filter, visible), from, limit + 1),
                limit,
                entry -> entry.opening().position(),
                hidden(jdbc, filter.accord(), visible, null)));
  }

  /**
   * A page of the cases there were at an earlier position, the newest first, each as it was opened:
   * its events say how far it had come. The page counts what is hidden as {@link #list} does, of
   * the cases there were. It shows the same as long as the position is asked for.
   *
   * @param position the docket must have come to; -1 for before everything
   * @throws PositionNotApplied if it has not
   */
  public Page<DocketEntry> listAt(
      long position,
      DocketFilter filter,
      Set<Marking> visible,
      @Nullable String cursor,
      int limit) {
    Cursor from = Cursor.parse(cursor);
    Cursor.requireLimit(limit);
    return snapshots.inOneView(
        (jdbc, standing) -> {
          requireApplied(position, standing);
          return from.page(
              page(
                      jdbc,
                      DocketTable.SELECT + StageChange.AS_OF,
                      past(filter, visible, position),
                      from,
                      limit + 1)
                  .stream()
                  .map(DocketEntry::asOpened)
                  .toList(),
              limit,
              entry -> entry.opening().position(),
              hidden(jdbc, filter.accord(), visible, position));
        });
  }

  /**
   * How many cases stand in each stage, of those the reader may see; stages without any are absent.
   */
  public Reading<Map<Stage, Long>> countByStage(DocketFilter filter, Set<Marking> visible) {
    Conditions conditions = standing(filter, visible);
    return snapshots.read(jdbc -> count(jdbc, "d.stage", "", conditions));
  }

  /**
   * The same at an earlier position.
   *
   * @throws PositionNotApplied if the docket has not come to it
   */
  public Map<Stage, Long> countByStageAt(long position, DocketFilter filter, Set<Marking> visible) {
    return snapshots.inOneView(
        (jdbc, standing) -> {
          requireApplied(position, standing);
          return count(jdbc, StageChange.STAGE, StageChange.AS_OF, past(filter, visible, position));
        });
  }

  private static Map<Stage, Long> count(
      JdbcClient jdbc, String stage, String join, Conditions conditions) {
    Map<Stage, Long> counts = new EnumMap<>(Stage.class);
    jdbc.sql(
            "select %s, count(*) from docket d %s %s group by 1"
                .formatted(stage, join, conditions.where()))
        .params(conditions.values())
        .query(
            row -> {
              counts.put(Codes.parse(Stage.class, row.getString(1)), row.getLong(2));
            });
    return counts;
  }

  /**
   * Cases in which the next deadline ended before a day, and which one. In an accord that is kept
   * retrospectively no clock runs by itself.
   *
   * @param today the day on which it is asked
   * @param after the last of an earlier page; null for the first page
   * @param limit most cases on the page
   */
  public List<Over> overBefore(LocalDate today, @Nullable Over after, int limit) {
    return snapshots
        .read(
            jdbc ->
                jdbc.sql(OVER)
                    .params(
                        today.toString(),
                        after == null ? "" : after.dueBy().toString(),
                        after == null ? "" : after.caseId().value(),
                        limit)
                    .query(
                        (row, number) ->
                            new Over(
                                new CaseId(row.getString("case_id")),
                                Codes.parse(Deadline.class, row.getString("next_deadline")),
                                LocalDate.parse(row.getString("next_due"))))
                    .list())
        .value();
  }

  /** A deadline whose last day is over and of which nothing says so yet. */
  public record Over(CaseId caseId, Deadline deadline, LocalDate dueBy) {}

  private static List<DocketEntry> page(
      JdbcClient jdbc, String select, Conditions conditions, Cursor from, int limit) {
    if (from.key() != null) {
      conditions.add(
          from.forward() ? "d.opened_position < ?" : "d.opened_position > ?", from.key());
    }
    String order =
        from.forward() ? " order by d.opened_position desc" : " order by d.opened_position";
    return jdbc.sql(select + conditions.where() + order + " limit " + limit)
        .params(conditions.values())
        .query((row, number) -> DocketTable.entry(row))
        .list();
  }

  /**
   * Counts what is hidden.
   *
   * @param position only cases that were there by then; null for all
   */
  private static long hidden(
      JdbcClient jdbc, @Nullable AccordId accord, Set<Marking> visible, @Nullable Long position) {
    Conditions conditions = new Conditions().addIfPresent("d.accord = ?", accord);
    if (position != null) {
      conditions.add("d.opened_position <= ?", position);
    }
    if (visible.contains(Marking.CLEAR)) {
      // lets the partial index answer: few cases are marked, and only those can be hidden
      conditions.add("d.marking <> 'clear'");
    }
    conditions.add("not d.marking = any (?)", Codes.codes(visible));
    return jdbc.sql("select count(*) from docket d " + conditions.where())
        .params(conditions.values())
        .query(Long.class)
        .single();
  }

  private static void requireApplied(long position, Standing standing) {
    if (position > standing.position()) {
      throw new PositionNotApplied(position, standing.position());
    }
  }

  /** The cases as they stand. */
  private static Conditions standing(DocketFilter filter, Set<Marking> visible) {
    return conditions(new Conditions(), filter, visible)
        .addIfPresent("d.stage = ?", Codes.codeOrNull(filter.stage()));
  }

  /** The cases as they stood; begins with the parameter of {@link StageChange#AS_OF}. */
  private static Conditions past(DocketFilter filter, Set<Marking> visible, long position) {
    Conditions conditions = new Conditions().parameter(position);
    return conditions(conditions.add("d.opened_position <= ?", position), filter, visible)
        .addIfPresent(StageChange.STAGE + " = ?", Codes.codeOrNull(filter.stage()));
  }

  private static Conditions conditions(
      Conditions conditions, DocketFilter filter, Set<Marking> visible) {
    // an incident without a date has no month, and no comparison holds of it
    return conditions
        .addIfPresent("d.accord = ?", filter.accord())
        .addIfPresent("d.respondent = ?", filter.respondent())
        .addIfPresent("d.complainant = ?", filter.complainant())
        .addIfPresent("d.clause = ?", filter.clause())
        .addIfPresent("left(d.occurred_from, 7) >= ?", filter.incidents().from())
        .addIfPresent("left(d.occurred_from, 7) <= ?", filter.incidents().to())
        .add("d.marking = any (?)", Codes.codes(visible));
  }
}
