package org.accordledger.projections;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The position of every projection, kept in the same transaction as its rows. Positions are dense,
 * so a batch that does not start right after the last one, or jumps, means lost or repeated events
 * and is refused.
 */
final class Progress {
  private final JdbcClient jdbc;

  Progress(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  void register(String projection) {
    jdbc.sql("insert into progress (projection) values (?) on conflict do nothing")
        .param(projection)
        .update();
  }

  /**
   * Moves a projection on to the last event of a batch.
   *
   * @throws IllegalStateException if the projection does not stand right before the first event, or
   *     an event does not follow the one before it
   */
  void advance(String projection, List<Recorded<? extends LedgerEvent>> batch) {
    requireDense(projection, batch);
    Recorded<?> first = batch.getFirst();
    Recorded<?> last = batch.getLast();
    int moved =
        jdbc.sql(
                "update progress set position = ?, recorded_at = ?"
                    + " where projection = ? and position = ?")
            .param(last.position())
            .param(last.recordedAt().atOffset(ZoneOffset.UTC))
            .param(projection)
            .param(first.position() - 1)
            .update();
    if (moved != 1) {
      throw new IllegalStateException(
          """
          projection %s stands at position %d and was given events from %d: what lies between is \
          read again; rebuild it if this does not end\
          """
              .formatted(projection, position(projection), first.position()));
    }
  }

  private static void requireDense(String projection, List<Recorded<? extends LedgerEvent>> batch) {
    long expected = batch.getFirst().position();
    for (Recorded<?> recorded : batch) {
      if (recorded.position() != expected) {
        throw new IllegalStateException(
            "projection %s was given event %d where %d comes next: the batch is read again"
                .formatted(projection, recorded.position(), expected));
      }
      expected++;
    }
  }

  /**
   * Whether another node has a projection.
   *
   * @param node the id of this one, as its claims have it
   * @param since a claim that was last renewed before has ended
   */
  boolean claimedByAnother(String projection, String node, Instant since) {
    return jdbc
        .sql(
            "select claimed_at from token"
                + " where projection = ? and owner is not null and owner <> ?")
        .param(projection)
        .param(node)
        .query((row, number) -> Instant.parse(row.getString("claimed_at")))
        .list()
        .stream()
        .anyMatch(since::isBefore);
  }

  void reset(String projection) {
    jdbc.sql("update progress set position = -1, recorded_at = null where projection = ?")
        .param(projection)
        .update();
  }

  /** Last position applied; -1 before the first. */
  long position(String projection) {
    return standing(projection).position();
  }

  Standing standing(String projection) {
    return jdbc.sql("select position, recorded_at from progress where projection = ?")
        .param(projection)
        .query(
            (row, number) ->
                new Standing(row.getLong("position"), Columns.instantOrNull(row, "recorded_at")))
        .optional()
        .orElse(Standing.NOWHERE);
  }
}
