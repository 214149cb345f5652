package org.accordledger.api;

import com.zaxxer.hikari.HikariDataSource;
import org.accordledger.api.deadlines.DeadlineDispatcher;
import org.accordledger.api.embedded.DatabaseAccess;
import org.accordledger.api.feed.FeedMeters;
import org.accordledger.api.feed.LedgerFeed;
import org.accordledger.api.metrics.ProjectionMeters;
import org.accordledger.api.metrics.StoreMeters;
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
  /** A pool that starts without its database and finds it again after an outage. */
  @Bean
  HikariDataSource dataSource(LedgerSettings settings) {
    return DatabasePool.of(
        new DatabaseAccess(
            settings.databaseUrl(), settings.databaseUser(), settings.databasePassword()),
        "ledger",
        settings.views());
  }

  @Bean
  ViewsDatabase viewsDatabase(LedgerSettings settings, HikariDataSource dataSource) {
    DatabaseAccess reads = settings.reads();
    return reads == null
        ? ViewsDatabase.own(dataSource)
        : ViewsDatabase.ofNodes(DatabasePool.of(reads, "views", settings.views()));
  }

  @Bean
  Opening opening(
      AccessTokens tokens,
      ObjectProvider<LogPublisher> publisher,
      ObjectProvider<StoreMeters> storeMeters,
      ObjectProvider<CommandBus> commandBus,
      ObjectProvider<Projections> projections,
      ObjectProvider<ProjectionMeters> projectionMeters,
      ObjectProvider<DeadlineDispatcher> deadlines,
      ObjectProvider<LedgerFeed> feed,
      ObjectProvider<FeedMeters> feedMeters) {
    return new Opening(
        () -> {
          tokens.open();
          // before anything is stored: what is stored already has to be what was signed
          publisher.getObject();
          storeMeters.getObject();
          commandBus.getObject();
          projections.getObject().start();
          projectionMeters.getObject();
          deadlines.getObject().start();
          feed.getObject().start();
          feedMeters.getObject();
        });
  }

  @Bean
  JsonMapper json() {
    return LedgerJson.mapper();
  }
}
