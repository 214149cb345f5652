package org.accordledger.projections.node;

import javax.sql.DataSource;
import org.accordledger.projections.Migrations;

/** The tables of the inbox: schema {@code inbox}, with a migration history of its own. */
final class InboxSchema {
  private final DataSource dataSource;
  private boolean ready;

  InboxSchema(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Brings the schema up to date, once.
   *
   * @throws RuntimeException if the database cannot be reached; it may be asked again
   */
  synchronized void ready() {
    if (!ready) {
      Migrations.apply(dataSource, "inbox", "inbox");
      ready = true;
    }
  }
}
