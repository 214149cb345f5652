package org.accordledger.projections;

import java.util.function.BiFunction;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a projection's tables as they were at one moment, together with its position: a batch is
 * seen whole or not at all.
 */
public final class Snapshots {
  private final String projection;
  private final JdbcClient jdbc;
  private final Progress progress;
  private final TransactionTemplate transaction;

  /**
   * @param projection name of the projection whose position the readings carry
   */
  public Snapshots(DataSource dataSource, String projection) {
    this.projection = projection;
    this.jdbc = JdbcClient.create(dataSource);
    this.progress = new Progress(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.transaction.setReadOnly(true);
    this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /** Reads at the projection's position. */
  public <T> Reading<T> read(Function<JdbcClient, T> query) {
    return inOneView(
        (client, standing) ->
            new Reading<>(standing.position(), standing.recordedAt(), query.apply(client)));
  }

  /** Reads with the position in hand. */
  public <T> T inOneView(BiFunction<JdbcClient, Standing, T> query) {
    return transaction.execute(status -> query.apply(jdbc, progress.standing(projection)));
  }
}
