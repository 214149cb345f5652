package org.accordledger.projections;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that can be away. */
final class OutageDataSource extends DelegatingDataSource {
  private final TestDatabase database;
  private volatile boolean away;

  OutageDataSource(TestDatabase database) {
    super(database.dataSource());
    this.database = database;
  }

  void begin() {
    away = true;
    database.breakConnections();
  }

  void end() {
    away = false;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (away) {
      throw new SQLTransientConnectionException("the database is away");
    }
    return super.getConnection();
  }
}
