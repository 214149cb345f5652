package org.accordledger.projections;

import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Lets Axon's units of work run in Spring's transactions: the projection's rows, its position and
 * Axon's token are kept together or not at all. None of them waits for the disk: what a crash of
 * the database takes back, position and rows alike, is read from the log again.
 */
final class BatchTransactions implements TransactionManager {
  private static final String NO_WAIT = "set local synchronous_commit to off";

  private final PlatformTransactionManager spring;
  private final JdbcTemplate jdbc;

  BatchTransactions(DataSource dataSource) {
    this.spring = new DataSourceTransactionManager(dataSource);
    this.jdbc = new JdbcTemplate(dataSource);
  }

  @Override
  public Transaction startTransaction() {
    TransactionStatus status = spring.getTransaction(new DefaultTransactionDefinition());
    try {
      jdbc.execute(NO_WAIT);
    } catch (RuntimeException e) {
      spring.rollback(status);
      throw e;
    }
    return new Transaction() {
      @Override
      public void commit() {
        spring.commit(status);
      }

      @Override
      public void rollback() {
        // a commit that failed has completed the transaction already
        if (!status.isCompleted()) {
          spring.rollback(status);
        }
      }
    };
  }
}
