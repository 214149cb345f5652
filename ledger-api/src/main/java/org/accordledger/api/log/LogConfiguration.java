package org.accordledger.api.log;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.stream.Stream;
import org.accordledger.api.LedgerSettings;
import org.accordledger.api.metrics.LogMeters;
import org.accordledger.api.security.RouteGrant;
import org.accordledger.api.security.RouteGrants;
import org.accordledger.core.Role;
import org.accordledger.store.LedgerStore;
import org.accordledger.store.publish.LogDirectory;
import org.accordledger.store.publish.LogPublisher;
import org.accordledger.store.publish.LogPublisherConfig;
import org.accordledger.store.publish.SigningKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/**
 * The publisher over this node's data directory. What it publishes is for everybody; its keys are
 * the operator's.
 */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {
  @Bean
  LogDirectory logDirectory(LedgerSettings settings) {
    return LogDirectory.open(settings.dataDirectory().resolve("log"));
  }

  @Bean
  SigningKeys signingKeys(LedgerSettings settings, LogDirectory directory) {
    return SigningKeys.open(settings.dataDirectory().resolve("keys"), directory, settings.origin());
  }

  @Bean
  LogPublisher logPublisher(
      LedgerSettings settings,
      LedgerStore store,
      LogDirectory directory,
      SigningKeys keys,
      MeterRegistry registry) {
    LogPublisher publisher =
        LogPublisher.start(
            store, directory, keys, LogPublisherConfig.standard().asking(settings.witnesses()));
    LogMeters.of(store, publisher, registry);
    return publisher;
  }

  @Bean
  RouteGrants logRoutes() {
    Stream<RouteGrant> reads =
        Stream.of("/log/{*file}", "/receipts/{position}", "/payloads", "/keys")
            .map(pattern -> RouteGrant.toEverybody(HttpMethod.GET, pattern));
    Stream<RouteGrant> acts =
        Stream.of("/keys", "/keys/{id}/retirement")
            .map(pattern -> new RouteGrant(HttpMethod.POST, pattern, Set.of(Role.OPERATOR)));
    return new RouteGrants(Stream.concat(reads, acts).toList());
  }
}
