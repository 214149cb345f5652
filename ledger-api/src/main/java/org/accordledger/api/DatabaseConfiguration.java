package org.accordledger.api;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.accordledger.api.deadlines.DeadlineDispatcher;
import org.accordledger.api.security.AccessTokens;
import org.accordledger.core.codec.LedgerJson;
import org.accordledger.projections.Projections;
import org.accordledger.store.publish.LogPublisher;
import org.axonframework.commandhandling.CommandBus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The database, the clock and the form of JSON: what everything else is built on. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  private static final int CONNECTIONS = 16;
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  /** A pool that starts without its database and finds it again after an outage. */
  @Bean
  HikariDataSource dataSource(LedgerSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("ledger");
    config.setJdbcUrl(settings.databaseUrl());
    config.setUsername(settings.databaseUser());
    config.setPassword(settings.databasePassword());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(CONNECT.toMillis());
    config.setValidationTimeout(Duration.ofSeconds(2).toMillis());
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("ApplicationName", "accord-ledger");
    config.addDataSourceProperty("connectTimeout", Long.toString(CONNECT.toSeconds()));
    config.addDataSourceProperty("socketTimeout", Long.toString(ANSWER.toSeconds()));
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return new HikariDataSource(config);
  }

  @Bean
  Opening opening(
      AccessTokens tokens,
      ObjectProvider<LogPublisher> publisher,
      ObjectProvider<CommandBus> commandBus,
      ObjectProvider<Projections> projections,
      ObjectProvider<DeadlineDispatcher> deadlines) {
    return new Opening(
        () -> {
          tokens.open();
          // before anything is stored: what is stored already has to be what was signed
          publisher.getObject();
          commandBus.getObject();
          projections.getObject().start();
          deadlines.getObject().start();
        });
  }

  @Bean
  JsonMapper json() {
    return LedgerJson.mapper();
  }
}
