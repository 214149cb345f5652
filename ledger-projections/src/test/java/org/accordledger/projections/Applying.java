package org.accordledger.projections;

import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Applies events to a projection batch by batch, without the machinery around it. */
public final class Applying {
  private Applying() {}

  /** Applies a log from its start, each batch with its position in a transaction of its own. */
  public static void all(
      DataSource dataSource,
      Projection projection,
      List<Recorded<? extends LedgerEvent>> events,
      int batchSize) {
    Progress progress = new Progress(dataSource);
    progress.register(projection.name());
    TransactionTemplate transaction =
        new TransactionTemplate(new JdbcTransactionManager(dataSource));
    for (int from = 0; from < events.size(); from += batchSize) {
      var batch = events.subList(from, Math.min(events.size(), from + batchSize));
      transaction.executeWithoutResult(
          status -> {
            progress.advance(projection.name(), batch);
            projection.apply(batch);
          });
    }
  }

  /**
   * Applies a log from its start, while one batch in three fails: half of them before the
   * projection has seen it, half of them after all is written. What failed is tried again.
   */
  public static void amidFaults(
      DataSource dataSource,
      Projection projection,
      List<Recorded<? extends LedgerEvent>> events,
      SplittableRandom random) {
    Progress progress = new Progress(dataSource);
    progress.register(projection.name());
    TransactionTemplate transaction =
        new TransactionTemplate(new JdbcTransactionManager(dataSource));
    int from = 0;
    while (from < events.size()) {
      var batch = events.subList(from, Math.min(events.size(), from + random.nextInt(1, 40)));
      int fault = random.nextInt(6);
      transaction.executeWithoutResult(
          status -> {
            progress.advance(projection.name(), batch);
            if (fault != 0) {
              projection.apply(batch);
            }
            if (fault <= 1) {
              status.setRollbackOnly();
            }
          });
      from += fault <= 1 ? 0 : batch.size();
    }
  }

  /** Forgets everything and applies a log from its start. */
  public static void replay(
      DataSource dataSource,
      Projection projection,
      List<Recorded<? extends LedgerEvent>> events,
      int batchSize) {
    projection.reset();
    new Progress(dataSource).reset(projection.name());
    all(dataSource, projection, events, batchSize);
  }
}
