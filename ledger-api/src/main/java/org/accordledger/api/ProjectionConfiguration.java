package org.accordledger.api;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.accordledger.api.metrics.MessageMeters;
import org.accordledger.api.metrics.ProjectionMeters;
import org.accordledger.api.tracing.Tracing;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.projections.Projection;
import org.accordledger.projections.ProjectionSettings;
import org.accordledger.projections.Projections;
import org.accordledger.projections.docket.DocketProjection;
import org.accordledger.projections.election.ElectionProjection;
import org.accordledger.projections.node.ViewsOfNodes;
import org.accordledger.projections.scorecard.ScorecardProjection;
import org.accordledger.projections.series.SeriesProjection;
import org.accordledger.projections.timeline.TimelineProjection;
import org.accordledger.store.LedgerEventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projections of this node, beside the store whose events they read. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {
  @Bean
  ProjectionMeters projectionMeters(Projections projections, MeterRegistry registry) {
    return ProjectionMeters.of(projections, registry);
  }

  /**
   * Started by {@link Opening}; from then on they survive an outage of the database by themselves.
   * Where nodes of their own run them, this one only looks where they stand.
   */
  @Bean
  Projections projections(
      LedgerSettings ledger,
      ViewsDatabase views,
      LedgerEventStore log,
      EventCodec codec,
      InstantSource clock,
      MeterRegistry registry,
      Tracing tracing) {
    DataSource source = views.source();
    List<Projection> all =
        List.of(
            new ScorecardProjection(source),
            new DocketProjection(source),
            new ElectionProjection(source),
            new SeriesProjection(source),
            new TimelineProjection(source, codec::encode));
    ProjectionSettings settings = ProjectionSettings.defaults().withViews(ledger.views());
    ViewsOfNodes nodes = views.nodes();
    return nodes != null
        ? Projections.elsewhere(source, log, all, settings, clock, nodes::head)
        : new Projections(
            source,
            log,
            all,
            settings,
            clock,
            name -> MessageMeters.ofProcessor(registry, name),
            tracing.ofEvents(clock));
  }
}
