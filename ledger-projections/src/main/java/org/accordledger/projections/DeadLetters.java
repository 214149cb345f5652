package org.accordledger.projections;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The events that projections cannot apply, kept where all nodes and their operators see them. The
 * order of a projection is that of the log, so everything behind such an event waits for it (ADR
 * 0020): a dead letter says at what a projection stands, and lets nothing pass.
 */
final class DeadLetters {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

  private final JdbcClient jdbc;

  DeadLetters(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /**
   * Keeps the event that a failure names, if it names one and the event is what is wrong: an outage
   * of the database ends by itself. That it cannot be kept is logged and changes nothing else.
   */
  void keepIfPoison(String projection, Throwable failure) {
    if (failure instanceof PoisonEvent poison && !outage(poison)) {
      try {
        keep(projection, poison);
      } catch (DataAccessException e) {
        LOG.warn(
            "The dead letter of projection {} at position {} could not be kept: {}",
            projection,
            poison.position(),
            e.getMessage());
      }
    }
  }

  private static boolean outage(PoisonEvent poison) {
    for (Throwable cause = poison.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof DataAccessResourceFailureException
          || cause instanceof TransientDataAccessException
          || cause instanceof RecoverableDataAccessException) {
        return true;
      }
      if (cause instanceof SQLException sql) {
        return !refusesData(sql.getSQLState());
      }
    }
    return false;
  }

  /**
   * Data exceptions, violated constraints, wrong statements: what the same rows meet again. A
   * connection that is gone may say so without a state.
   */
  private static boolean refusesData(@Nullable String state) {
    return state != null
        && (state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
  }

  private void keep(String projection, PoisonEvent poison) {
    jdbc.sql(
            """
            insert into dead_letter as d
              (projection, position, stream_id, stream_version, type, why, first_at, last_at,
               attempts)
            values (?, ?, ?, ?, ?, ?, now(), now(), 1)
            on conflict (projection, position) do update
            set why = excluded.why, last_at = now(), attempts = d.attempts + 1, resolved_at = null
            """)
        .param(projection)
        .param(poison.position())
        .param(poison.streamId())
        .param(poison.streamVersion())
        .param(poison.type())
        .param(poison.why())
        .update();
  }

  /** Whatever a projection stood at up to a position is applied; in the caller's transaction. */
  void appliedUpTo(String projection, long position) {
    jdbc.sql(
            "update dead_letter set resolved_at = now()"
                + " where projection = ? and position <= ? and resolved_at is null")
        .param(projection)
        .param(position)
        .update();
  }

  /** What a projection stands at; null while it stands at nothing. */
  @Nullable DeadLetter of(String projection) {
    return jdbc.sql(
            "select * from dead_letter where projection = ? and resolved_at is null"
                + " order by position limit 1")
        .param(projection)
        .query(
            (row, number) ->
                new DeadLetter(
                    row.getLong("position"),
                    row.getString("stream_id"),
                    row.getLong("stream_version"),
                    row.getString("type"),
                    row.getString("why"),
                    Columns.instant(row, "first_at"),
                    row.getLong("attempts")))
        .optional()
        .orElse(null);
  }
}
