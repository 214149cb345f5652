package org.accordledger.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * The reference: Axon's own JDBC storage engine with the ledger's codec, one transaction a command,
 * a pool of connections, and the same aggregates, cache, command bus and projections.
 */
final class AxonJdbcContender implements Contender {
  /** More connections than this did not make it faster on two cores. */
  private static final int CONNECTIONS = 32;

  private final HikariDataSource pool;
  private final EmbeddedEventStore events;
  private final CommandStack commands;
  private final Views views;

  AxonJdbcContender(BenchDatabase database) {
    pool = database.pool(CONNECTIONS);
    SpringTransactionManager transactions =
        new SpringTransactionManager(new DataSourceTransactionManager(pool));
    // inside a transaction this hands out the transaction's own connection
    ConnectionProvider connections = new TransactionAwareDataSourceProxy(pool)::getConnection;
    CodecSerializer serializer = new CodecSerializer();
    JdbcEventStorageEngine engine =
        JdbcEventStorageEngine.builder()
            .connectionProvider(connections)
            .transactionManager(transactions)
            .eventSerializer(serializer)
            .snapshotSerializer(serializer)
            .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
            .batchSize(1000)
            .build();
    engine.createSchema(PostgresEventTableFactory.INSTANCE);
    events = EmbeddedEventStore.builder().storageEngine(engine).fetchDelay(50).build();
    JdbcTemplate jdbc = new JdbcTemplate(pool);
    views = new Views(pool, new CountedLog(events, () -> count(jdbc)));
    commands = new CommandStack(events, transactions);
    commands.prepare();
  }

  private static long count(JdbcTemplate jdbc) {
    Long count = jdbc.queryForObject("select count(*) from domainevententry", Long.class);
    return count == null ? 0 : count;
  }

  @Override
  public String label() {
    return "Axon JdbcEventStorageEngine";
  }

  @Override
  public CommandStack commands() {
    return commands;
  }

  @Override
  public Lag catchUp(Duration limit) throws InterruptedException {
    return views.catchUp(limit);
  }

  @Override
  public void close() {
    commands.close();
    views.close();
    events.shutDown();
    pool.close();
  }
}
