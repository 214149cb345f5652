package org.accordledger.projections.election;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.accordledger.core.election.Election;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.PositionNotApplied;
import org.accordledger.projections.Reading;
import org.accordledger.projections.Snapshots;
import org.jspecify.annotations.Nullable;

/** Lists elections in the order they are held, those whose day is not known last. */
public final class ElectionQuery {
  /** Sorts after every day. */
  private static final String UNDATED = "undated";

  private static final String LIST =
      """
      select state from (
        select distinct on (election_id) election_id, country, held_on, state from election
        where (cast(:position as bigint) is null or position <= :position)
          and (cast(:time as timestamptz) is null or recorded_at <= :time)
        order by election_id, position desc) e
      where (cast(:country as text) is null or country = :country)
        and (cast(:from as text) is null or held_on >= :from)
        and (cast(:to as text) is null or held_on <= :to)
        and (coalesce(held_on, 'undated') || '|' || election_id) collate "C" > :after collate "C"
      order by (coalesce(held_on, 'undated') || '|' || election_id) collate "C"
      limit :most
      """;

  private final Snapshots snapshots;

  public ElectionQuery(DataSource dataSource) {
    this.snapshots = new Snapshots(dataSource, ElectionProjection.NAME);
  }

  /** Where an election stands in the list; the next page comes after it. */
  public static String placeOf(Election election) {
    String day = election.heldOn() == null ? UNDATED : election.heldOn().toString();
    return day + "|" + election.election();
  }

  /**
   * Elections as they stood.
   *
   * @param after place of the last one of the page before; empty for the first page
   * @param most how many to give
   * @throws PositionNotApplied for a position that is not reached yet
   */
  public Reading<List<Election>> list(ElectionFilter filter, AsOf asOf, String after, int most) {
    return snapshots.inOneView(
        (jdbc, standing) -> {
          @Nullable Long position = asOf instanceof AsOf.Position(long at) ? at : null;
          @Nullable Instant time = asOf instanceof AsOf.Time(Instant at) ? at : null;
          if (position != null && position > standing.position()) {
            throw new PositionNotApplied(position, standing.position());
          }
          List<Election> elections =
              jdbc.sql(LIST)
                  .param("position", position)
                  .param("time", time == null ? null : time.atOffset(ZoneOffset.UTC))
                  .param("country", text(filter.country()))
                  .param("from", text(filter.from()))
                  .param("to", text(filter.to()))
                  .param("after", after)
                  .param("most", most)
                  .query((row, number) -> ElectionProjection.parse(row.getString("state")))
                  .list();
          return new Reading<>(standing.position(), standing.recordedAt(), elections);
        });
  }

  /** The last position this list has come to; -1 if none. */
  public long position() {
    return snapshots.inOneView((_, standing) -> standing.position());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
