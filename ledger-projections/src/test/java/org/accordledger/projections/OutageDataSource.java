package org.accordledger.projections;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that can be away. */
public final class OutageDataSource extends DelegatingDataSource {
  private final TestDatabase database;
  private volatile boolean away;

  public OutageDataSource(TestDatabase database) {
    super(database.dataSource());
    this.database = database;
  }

  public void begin() {
    away = true;
    database.breakConnections();
  }

  public void end() {
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
