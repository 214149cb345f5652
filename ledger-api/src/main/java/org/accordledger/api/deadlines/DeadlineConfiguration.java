package org.accordledger.api.deadlines;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.accordledger.api.ViewsDatabase;
import org.accordledger.api.commands.LedgerCommands;
import org.accordledger.projections.docket.DocketQuery;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The dispatcher of this node; it starts when the ledger is open. */
@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {
  @Bean
  DeadlineDispatcher deadlineDispatcher(
      ViewsDatabase views, LedgerCommands commands, InstantSource clock, MeterRegistry registry) {
    return new DeadlineDispatcher(new DocketQuery(views.source()), commands, clock, registry);
  }
}
