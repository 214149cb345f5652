package org.accordledger.store;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections as the store works with them: in the role that can only add, durable at commit, and
 * with a bound on every wait, on this side and in the database, so that neither a dead database nor
 * a dead node can hold anybody for ever.
 */
final class RuntimeConnections implements DataSource {
  /** The database gives up first and says why; the socket is the last resort. */
  private static final Duration SOCKET_MARGIN = Duration.ofSeconds(2);

  private final DataSource source;
  private final Duration statementTimeout;
  private final String settings;

  RuntimeConnections(DataSource source, LedgerStoreConfig config) throws SQLException {
    this.source = source;
    this.statementTimeout = config.statementTimeout();
    source.setLoginTimeout(Math.toIntExact(config.connectTimeout().toSeconds()));
    this.settings =
        """
        set role ledger_app;
        set time zone 'UTC';
        set synchronous_commit = on;
        set statement_timeout = %1$d;
        set lock_timeout = %1$d;
        set idle_in_transaction_session_timeout = %1$d;
        """
            .formatted(statementTimeout.toMillis());
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = source.getConnection();
    try {
      connection.setNetworkTimeout(
          Runnable::run, Math.toIntExact(statementTimeout.plus(SOCKET_MARGIN).toMillis()));
      try (Statement statement = connection.createStatement()) {
        statement.execute(settings);
      }
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("the store connects as its data source says");
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return source.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    source.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    source.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return source.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return source.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return source.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return source.isWrapperFor(type);
  }
}
