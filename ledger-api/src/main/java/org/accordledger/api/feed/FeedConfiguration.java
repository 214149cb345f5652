package org.accordledger.api.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.accordledger.api.KafkaTopics;
import org.accordledger.api.LedgerSettings;
import org.accordledger.api.tracing.Tracing;
import org.accordledger.api.visibility.PayloadAccess;
import org.accordledger.projections.feed.FeedLog;
import org.accordledger.projections.feed.FeedSettings;
import org.accordledger.projections.feed.KafkaFeed;
import org.accordledger.store.LedgerStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed of this node; it starts when the ledger is open. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {
  @Bean
  FeedMeters feedMeters(LedgerFeed feed, MeterRegistry registry) {
    return FeedMeters.of(feed, registry);
  }

  @Bean
  LedgerFeed ledgerFeed(
      LedgerSettings settings,
      DataSource dataSource,
      LedgerStore store,
      PayloadAccess access,
      InstantSource clock,
      Tracing tracing) {
    KafkaTopics kafka = settings.kafka();
    if (kafka == null) {
      return new LedgerFeed(List.of());
    }
    FeedLog log = new StoredFeedLog(store);
    FeedSettings whole = kafka.whole();
    List<KafkaFeed> topics = new ArrayList<>();
    topics.add(new KafkaFeed(dataSource, log, whole, clock, tracing.ofEvents(clock)));
    String open = kafka.publicTopic();
    if (open != null) {
      FeedLog shown = new PublicFeedLog(log, access);
      topics.add(
          new KafkaFeed(dataSource, shown, whole.withTopic(open), clock, tracing.ofEvents(clock)));
    }
    return new LedgerFeed(topics);
  }
}
