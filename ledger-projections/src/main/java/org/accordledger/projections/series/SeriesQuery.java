package org.accordledger.projections.series;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.accordledger.core.BodyId;
import org.accordledger.core.Marking;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.series.SeriesId;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.Codes;
import org.accordledger.projections.Columns;
import org.accordledger.projections.PositionNotApplied;
import org.accordledger.projections.Reading;
import org.accordledger.projections.Snapshots;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists series. */
public final class SeriesQuery {
  private static final String LIST =
      """
      select series_id, keeper, accord, marking, position from series s
      where position > :after
        and (cast(:concerns as text) is null or concerns = :concerns)
        and (cast(:position as bigint) is null or position <= :position)
        and (cast(:time as timestamptz) is null or recorded_at <= :time)
        and ((cast(:accord as text) is null and cast(:clause as text) is null)
          or (cast(:clause as text) is null and accord = :accord)
          or exists (select 1 from series_attachment a
            where a.series_id = s.series_id
              and (cast(:accord as text) is null or a.accord = :accord)
              and (cast(:clause as text) is null or a.clause = :clause)
              and (cast(:position as bigint) is null or a.position <= :position)
              and (cast(:time as timestamptz) is null or a.recorded_at <= :time)))
      order by position
      limit :most
      """;

  private final Snapshots snapshots;

  public SeriesQuery(DataSource dataSource) {
    this.snapshots = new Snapshots(dataSource, SeriesProjection.NAME);
  }

  /**
   * The series there are, whatever their marking, in the order they were opened: the caller decides
   * who may see them.
   *
   * @param after position of the opening of the last one of an earlier page; -1 for the first page
   * @param most how many to give
   * @throws PositionNotApplied for a position that is not reached yet
   */
  public Reading<List<SeriesEntry>> list(SeriesFilter filter, AsOf asOf, long after, int most) {
    return snapshots.inOneView(
        (jdbc, standing) -> {
          if (asOf instanceof AsOf.Position(long position) && position > standing.position()) {
            throw new PositionNotApplied(position, standing.position());
          }
          return new Reading<>(
              standing.position(), standing.recordedAt(), entries(jdbc, filter, asOf, after, most));
        });
  }

  /** The last position this list has come to; -1 if none. */
  public long position() {
    return snapshots.inOneView((_, standing) -> standing.position());
  }

  private static List<SeriesEntry> entries(
      JdbcClient jdbc, SeriesFilter filter, AsOf asOf, long after, int most) {
    @Nullable Long position = asOf instanceof AsOf.Position(long at) ? at : null;
    @Nullable Instant time = asOf instanceof AsOf.Time(Instant at) ? at : null;
    return jdbc.sql(LIST)
        .param("concerns", text(filter.concerns()))
        .param("accord", text(filter.accord()))
        .param("clause", text(filter.clause()))
        .param("position", position)
        .param("time", time == null ? null : time.atOffset(ZoneOffset.UTC))
        .param("after", after)
        .param("most", most)
        .query((row, number) -> entry(row))
        .list();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static SeriesEntry entry(ResultSet row) throws SQLException {
    return new SeriesEntry(
        new SeriesId(row.getString("series_id")),
        new BodyId(row.getString("keeper")),
        Columns.valueOrNull(row, "accord", AccordId::new),
        Codes.parse(Marking.class, row.getString("marking")),
        row.getLong("position"));
  }
}
