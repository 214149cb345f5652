package org.accordledger.projections.scorecard;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.Columns;
import org.accordledger.projections.PositionNotApplied;
import org.accordledger.projections.Rows;
import org.accordledger.projections.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Positions and the times they were recorded at. */
final class Moments {
  private static final String UPSERT =
      """
      insert into scorecard_moment (recorded_at, position)
      select * from unnest(?::timestamptz[], ?)
      on conflict (recorded_at) do update set position = excluded.position
      """;

  private static final Rows<Map.Entry<Instant, Long>> ROWS =
      new Rows<Map.Entry<Instant, Long>>()
          .column("text", moment -> moment.getKey().toString())
          .column("bigint", Map.Entry::getValue);

  private Moments() {}

  static void write(JdbcTemplate jdbc, List<Recorded<? extends LedgerEvent>> batch) {
    TreeMap<Instant, Long> last = new TreeMap<>();
    batch.forEach(recorded -> last.put(recorded.recordedAt(), recorded.position()));
    ROWS.write(jdbc, UPSERT, List.copyOf(last.entrySet()));
  }

  /**
   * The position a read is about, and when it was recorded.
   *
   * @throws PositionNotApplied if it is later than where the projection stands
   */
  static Standing resolve(JdbcClient jdbc, AsOf asOf, Standing standing) {
    return switch (asOf) {
      case AsOf.Head() -> standing;
      case AsOf.Position(long position) -> at(jdbc, position, standing);
      case AsOf.Time(Instant time) -> lastUntil(jdbc, time);
    };
  }

  private static Standing at(JdbcClient jdbc, long position, Standing standing) {
    if (position < 0) {
      throw new InvalidValue("as_of", "must be a position from 0, or a time");
    }
    if (position > standing.position()) {
      throw new PositionNotApplied(position, standing.position());
    }
    return new Standing(position, recordedAt(jdbc, position));
  }

  private static @Nullable Instant recordedAt(JdbcClient jdbc, long position) {
    return jdbc.sql(
            "select recorded_at from scorecard_moment where position >= ?"
                + " order by position limit 1")
        .param(position)
        .query((row, number) -> Columns.instant(row, "recorded_at"))
        .single();
  }

  private static Standing lastUntil(JdbcClient jdbc, Instant time) {
    return jdbc.sql(
            "select position, recorded_at from scorecard_moment where recorded_at <= ?"
                + " order by recorded_at desc limit 1")
        .param(time.atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                new Standing(row.getLong("position"), Columns.instant(row, "recorded_at")))
        .optional()
        .orElse(new Standing(-1, null));
  }
}
