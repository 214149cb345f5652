package org.accordledger.api;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.accordledger.api.embedded.DatabaseAccess;
import org.accordledger.projections.ViewsSchema;

/** Pools of connections that start without their database and find it again after an outage. */
public final class DatabasePool {
  private static final int CONNECTIONS = 16;
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  /**
   * Of a node that is cut off in a transaction, the database hears nothing more, and would keep its
   * locks for hours; whoever takes over a projection waits for them.
   */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private DatabasePool() {}

  /**
   * A pool of sixteen connections at most; none is made before one is asked for.
   *
   * @param name in the pool's metrics
   * @param views where names without a schema are looked for
   */
  public static HikariDataSource of(DatabaseAccess database, String name, ViewsSchema views) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(database.jdbcUrl());
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.setSchema(views.name());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(CONNECT.toMillis());
    config.setValidationTimeout(Duration.ofSeconds(2).toMillis());
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("ApplicationName", views.applicationName());
    config.addDataSourceProperty("connectTimeout", Long.toString(CONNECT.toSeconds()));
    config.addDataSourceProperty("socketTimeout", Long.toString(ANSWER.toSeconds()));
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.setConnectionInitSql("set idle_in_transaction_session_timeout = " + SILENCE.toMillis());
    // it quotes the row that was refused, and messages end in the log
    config.addDataSourceProperty("logServerErrorDetail", "false");
    return new HikariDataSource(config);
  }
}
