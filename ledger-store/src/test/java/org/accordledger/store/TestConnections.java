package org.accordledger.store;

import javax.sql.DataSource;

/** The publisher's connection without the rest of a store. */
public final class TestConnections {
  private TestConnections() {}

  public static LogConnection to(DataSource database) {
    return new LogConnection(database);
  }
}
