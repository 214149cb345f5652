package org.accordledger.api;

import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.projections.ProjectionSettings;
import org.accordledger.projections.Projections;
import org.accordledger.projections.docket.DocketProjection;
import org.accordledger.projections.election.ElectionProjection;
import org.accordledger.projections.scorecard.ScorecardProjection;
import org.accordledger.projections.series.SeriesProjection;
import org.accordledger.projections.timeline.TimelineProjection;
import org.accordledger.store.LedgerEventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projections of this node, beside the store whose events they read. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {
  /**
   * Started by {@link Opening}; from then on they survive an outage of the database by themselves.
   */
  @Bean
  Projections projections(
      DataSource dataSource, LedgerEventStore log, EventCodec codec, InstantSource clock) {
    return new Projections(
        dataSource,
        log,
        List.of(
            new ScorecardProjection(dataSource),
            new DocketProjection(dataSource),
            new ElectionProjection(dataSource),
            new SeriesProjection(dataSource),
            new TimelineProjection(dataSource, codec::encode)),
        ProjectionSettings.defaults(),
        clock);
  }
}
