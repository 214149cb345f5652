package org.accordledger.projections.node;

import javax.sql.DataSource;
import org.accordledger.projections.Migrations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the inbox: schema {@code inbox}, with a migration history of its own. */
final class InboxSchema {
  private final DataSource dataSource;
  private boolean ready;

  InboxSchema(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** In the ledger's own, nodes would take its projections and make them wait for Kafka. */
  private void requireOwnDatabase() {
    if (JdbcClient.create(dataSource)
        .sql("select to_regclass('ledger.log_head') is not null")
        .query(Boolean.class)
        .single()) {
      throw new IntakeFailure(
          "this is the database of a ledger, which projects into it by itself: name another one in"
              + " LEDGER_DB_URL");
    }
  }

  /**
   * Brings the schema up to date, once.
   *
   * @throws RuntimeException if the database cannot be reached, or is a ledger's own; it may be
   *     asked again
   */
  synchronized void ready() {
    if (!ready) {
      requireOwnDatabase();
      Migrations.apply(dataSource, "inbox", "inbox");
      ready = true;
    }
  }
}
