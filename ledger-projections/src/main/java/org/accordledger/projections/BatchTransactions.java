package org.accordledger.projections;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Lets Axon's units of work run in Spring's transactions: the projection's rows, its position and
 * Axon's token are kept together or not at all.
 */
final class BatchTransactions implements TransactionManager {
  private final PlatformTransactionManager spring;

  BatchTransactions(PlatformTransactionManager spring) {
    this.spring = spring;
  }

  @Override
  public Transaction startTransaction() {
    TransactionStatus status = spring.getTransaction(new DefaultTransactionDefinition());
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
