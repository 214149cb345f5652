package org.accordledger.api.deadlines;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.accordledger.api.commands.LedgerCommands;
import org.accordledger.projections.docket.DocketQuery;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The dispatcher of this node; it starts when the ledger is open. */
@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {
  @Bean
  DeadlineDispatcher deadlineDispatcher(
      DataSource dataSource, LedgerCommands commands, InstantSource clock) {
    return new DeadlineDispatcher(new DocketQuery(dataSource), commands, clock);
  }
}
