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
import org.accordledger.projections.Reading;
import org.accordledger.projections.Snapshots;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads cases as they stand. */
public final class DocketQuery {
  private static final String OVER =
      """
      select case_id, next_deadline, next_due from views.docket
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
                fetch(jdbc, filter, visible, from, limit + 1),
                limit,
                entry -> entry.opening().position(),
                hidden(jdbc, filter.accord(), visible)));
  }

  /**
   * How many cases stand in each stage, of those the reader may see; stages without any are absent.
   */
  public Reading<Map<Stage, Long>> countByStage(DocketFilter filter, Set<Marking> visible) {
    Conditions conditions = conditions(filter);
    conditions.add("d.marking = any (?)", Codes.codes(visible));
    return snapshots.read(
        jdbc -> {
          Map<Stage, Long> counts = new EnumMap<>(Stage.class);
          jdbc.sql(
                  "select d.stage, count(*) from views.docket d "
                      + conditions.where()
                      + " group by d.stage")
              .params(conditions.values())
              .query(
                  row -> {
                    counts.put(Codes.parse(Stage.class, row.getString(1)), row.getLong(2));
                  });
          return counts;
        });
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

  private static List<DocketEntry> fetch(
      JdbcClient jdbc, DocketFilter filter, Set<Marking> visible, Cursor from, int limit) {
    Conditions conditions = conditions(filter);
    conditions.add("d.marking = any (?)", Codes.codes(visible));
    if (from.key() != null) {
      conditions.add(
          from.forward() ? "d.opened_position < ?" : "d.opened_position > ?", from.key());
    }
    String order =
        from.forward() ? " order by d.opened_position desc" : " order by d.opened_position";
    return jdbc.sql(DocketTable.SELECT + conditions.where() + order + " limit " + limit)
        .params(conditions.values())
        .query((row, number) -> DocketTable.entry(row))
        .list();
  }

  private static long hidden(JdbcClient jdbc, @Nullable AccordId accord, Set<Marking> visible) {
    Conditions conditions = new Conditions().addIfPresent("d.accord = ?", accord);
    if (visible.contains(Marking.CLEAR)) {
      // lets the partial index answer: few cases are marked, and only those can be hidden
      conditions.add("d.marking <> 'clear'");
    }
    conditions.add("not d.marking = any (?)", Codes.codes(visible));
    return jdbc.sql("select count(*) from views.docket d " + conditions.where())
        .params(conditions.values())
        .query(Long.class)
        .single();
  }

  private static Conditions conditions(DocketFilter filter) {
    return new Conditions()
        .addIfPresent("d.accord = ?", filter.accord())
        .addIfPresent("d.respondent = ?", filter.respondent())
        .addIfPresent("d.complainant = ?", filter.complainant())
        .addIfPresent("d.clause = ?", filter.clause())
        .addIfPresent("d.stage = ?", Codes.codeOrNull(filter.stage()));
  }
}
