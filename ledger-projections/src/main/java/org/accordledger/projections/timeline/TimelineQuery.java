package org.accordledger.projections.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.accordledger.core.AccountId;
import org.accordledger.core.Actor;
import org.accordledger.core.BodyId;
import org.accordledger.core.Filing;
import org.accordledger.core.Marking;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordId;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.Codes;
import org.accordledger.projections.Columns;
import org.accordledger.projections.Cursor;
import org.accordledger.projections.Page;
import org.accordledger.projections.PositionNotApplied;
import org.accordledger.projections.Reading;
import org.accordledger.projections.Snapshots;
import org.accordledger.projections.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the events of one case or accord. */
public final class TimelineQuery {
  private final Snapshots snapshots;

  public TimelineQuery(DataSource dataSource) {
    this.snapshots = new Snapshots(dataSource, TimelineProjection.NAME);
  }

  /**
   * A page of a stream's events, oldest first.
   *
   * @param streamId of a case or an accord
   * @param visible markings the reader may see
   * @param cursor from an earlier page; null for the first
   * @param limit most events on the page, 1 to 200
   * @return empty if there is no such stream or the reader may not know of it
   * @throws org.accordledger.core.InvalidValue for a cursor or limit that cannot be
   */
  public Reading<Optional<Page<TimelineEntry>>> read(
      String streamId, Set<Marking> visible, @Nullable String cursor, int limit) {
    Cursor from = Cursor.parse(cursor);
    Cursor.requireLimit(limit);
    return snapshots.read(
        jdbc ->
            maySee(jdbc, streamId, visible)
                ? Optional.of(page(jdbc, streamId, from, limit))
                : Optional.empty());
  }

  /** The first event of every accord, by id. An accord is open to everybody. */
  public Reading<List<TimelineEntry>> beginningsOfAccords() {
    return beginnings("where s.stream_id like 'accord-%'");
  }

  /** The first event of every inquiry, in the order of their ids. */
  public Reading<List<TimelineEntry>> beginningsOfInquiries() {
    return beginnings("where s.stream_id like 'inquiry-%'");
  }

  private Reading<List<TimelineEntry>> beginnings(String ofTheKind) {
    return snapshots.read(
        jdbc ->
            jdbc.sql(
                    """
                    select t.* from timeline_stream s join timeline t
                      on t.stream_id = s.stream_id and t.version = 0
                    """
                        + ofTheKind
                        + " order by s.stream_id")
                .query((row, number) -> entry(row))
                .list());
  }

  /**
   * The last position at a point of the ledger, and when it was recorded.
   *
   * @return position -1 if nothing was recorded by then
   * @throws PositionNotApplied if the position asked for is not applied yet
   */
  public Standing at(AsOf asOf) {
    return snapshots.inOneView(
        (jdbc, standing) ->
            switch (asOf) {
              case AsOf.Head _ -> standing;
              case AsOf.Position(long position) -> {
                requireApplied(position, standing);
                yield moment(jdbc, "where position = ?", position);
              }
              case AsOf.Time(Instant time) ->
                  moment(
                      jdbc,
                      "where recorded_at <= ? order by recorded_at desc, position desc limit 1",
                      time.atOffset(ZoneOffset.UTC));
            });
  }

  private static Standing moment(JdbcClient jdbc, String where, Object value) {
    return jdbc.sql("select position, recorded_at from timeline " + where)
        .param(value)
        .query(
            (row, number) ->
                new Standing(row.getLong("position"), Columns.instant(row, "recorded_at")))
        .optional()
        .orElse(new Standing(-1, null));
  }

  private static void requireApplied(long position, Standing standing) {
    if (position > standing.position()) {
      throw new PositionNotApplied(position, standing.position());
    }
  }

  /**
   * The events of an accord's cases in the order of the log, whatever their marking: the caller
   * decides who may see them. Series and inquiries are under an accord, too; those are no cases.
   *
   * @param after only events after this position; -1 for all
   * @param until only events up to and with this position
   * @throws PositionNotApplied if that position is not applied yet
   */
  public List<TimelineEntry> cases(AccordId accord, long after, long until) {
    return snapshots.inOneView(
        (jdbc, standing) -> {
          requireApplied(until, standing);
          return jdbc.sql(
                  """
                  select t.* from timeline t join timeline_stream s using (stream_id)
                  where s.accord = :accord and s.stream_id like 'case-%'
                    and t.position > :after and t.position <= :until
                  order by t.position
                  """)
              .param("accord", accord.value())
              .param("after", after)
              .param("until", until)
              .query((row, number) -> entry(row))
              .list();
        });
  }

  /**
   * The events of some streams in the order of the log, whatever their marking: the caller decides
   * who may see them.
   *
   * @param until only events up to and with this position
   * @throws PositionNotApplied if that position is not applied yet
   */
  public List<TimelineEntry> streams(Collection<String> streamIds, long until) {
    return snapshots.inOneView(
        (jdbc, standing) -> {
          requireApplied(until, standing);
          return jdbc.sql(
                  """
                  select * from timeline
                  where stream_id = any (:streams) and position <= :until order by position
                  """)
              .param("streams", streamIds.toArray(String[]::new))
              .param("until", until)
              .query((row, number) -> entry(row))
              .list();
        });
  }

  private static boolean maySee(JdbcClient jdbc, String streamId, Set<Marking> visible) {
    return jdbc.sql("select marking from timeline_stream where stream_id = ?")
        .param(streamId)
        .query(String.class)
        .optional()
        .filter(marking -> visible.contains(Codes.parse(Marking.class, marking)))
        .isPresent();
  }

  private static Page<TimelineEntry> page(
      JdbcClient jdbc, String streamId, Cursor from, int limit) {
    String order =
        from.forward() ? "version > ? order by version" : "version < ? order by version desc";
    List<TimelineEntry> fetched =
        jdbc.sql("select * from timeline where stream_id = ? and " + order + " limit ?")
            .param(streamId)
            .param(from.key() == null ? -1 : from.key())
            .param(limit + 1)
            .query((row, number) -> entry(row))
            .list();
    return from.page(fetched, limit, TimelineEntry::version, 0);
  }

  private static TimelineEntry entry(ResultSet row) throws SQLException {
    Actor by =
        new Actor(
            new AccountId(row.getString("filed_by")),
            Codes.parse(Role.class, row.getString("filed_role")),
            Columns.valueOrNull(row, "filed_body", BodyId::new));
    return new TimelineEntry(
        row.getLong("position"),
        row.getString("stream_id"),
        row.getLong("version"),
        row.getString("type"),
        Columns.instant(row, "recorded_at"),
        new Filing(by, Columns.instant(row, "filed_at"), Columns.dayOrNull(row, "dated")),
        row.getString("payload"));
  }
}
