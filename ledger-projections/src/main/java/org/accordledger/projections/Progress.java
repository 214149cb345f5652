package org.accordledger.projections;

import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The position of every projection, kept in the same transaction as its rows. Positions are dense,
 * so a batch that does not start right after the last one means lost or repeated events and is
 * refused.
 */
final class Progress {
  private final JdbcClient jdbc;

  Progress(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  void register(String projection) {
    jdbc.sql("insert into views.progress (projection) values (?) on conflict do nothing")
        .param(projection)
        .update();
  }

  /**
   * Moves a projection on.
   *
   * @throws IllegalStateException if the projection does not stand right before the first event
   */
  void advance(
      String projection,
      Recorded<? extends LedgerEvent> first,
      Recorded<? extends LedgerEvent> last) {
    int moved =
        jdbc.sql(
                "update views.progress set position = ?, recorded_at = ?"
                    + " where projection = ? and position = ?")
            .param(last.position())
            .param(last.recordedAt().atOffset(ZoneOffset.UTC))
            .param(projection)
            .param(first.position() - 1)
            .update();
    if (moved != 1) {
      throw new IllegalStateException(
          "projection %s stands at position %d and was given events from %d: rebuild it"
              .formatted(projection, position(projection), first.position()));
    }
  }

  void reset(String projection) {
    jdbc.sql("update views.progress set position = -1, recorded_at = null where projection = ?")
        .param(projection)
        .update();
  }

  /** Last position applied; -1 before the first. */
  long position(String projection) {
    return standing(projection).position();
  }

  Standing standing(String projection) {
    return jdbc.sql("select position, recorded_at from views.progress where projection = ?")
        .param(projection)
        .query(
            (row, number) ->
                new Standing(row.getLong("position"), Columns.instantOrNull(row, "recorded_at")))
        .optional()
        .orElse(Standing.NOWHERE);
  }
}
