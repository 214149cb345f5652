package org.accordledger.api.reads;

import org.accordledger.api.ViewsDatabase;
import org.accordledger.api.visibility.CaseOrigins;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.projections.Projections;
import org.accordledger.projections.docket.DocketQuery;
import org.accordledger.projections.election.ElectionQuery;
import org.accordledger.projections.scorecard.ScorecardQuery;
import org.accordledger.projections.series.SeriesQuery;
import org.accordledger.projections.timeline.TimelineQuery;
import org.accordledger.store.LedgerStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the reads together from the queries. */
@Configuration(proxyBeanMethods = false)
class ReadsConfiguration {
  @Bean
  Streams streams(ViewsDatabase views, EventCodec codec) {
    return new Streams(new TimelineQuery(views.source()), codec);
  }

  @Bean
  Texts texts(LedgerStore store) {
    return new Texts(store.contents());
  }

  @Bean
  Views views(Projections projections) {
    return new Views(projections);
  }

  @Bean
  Templates templatesOfAccords() {
    return Templates.load();
  }

  @Bean
  AccordReads accordReads(Streams streams, Texts texts, ScorecardReads scorecards) {
    return new AccordReads(streams, texts, scorecards);
  }

  @Bean
  ReportReads reportReads(Streams streams, AccordReads accords) {
    return new ReportReads(streams, accords);
  }

  @Bean
  LoopReads loopReads(Streams streams, AccordReads accords, Texts texts) {
    return new LoopReads(streams, accords, texts);
  }

  @Bean
  NegotiationReads negotiationReads(AccordReads accords) {
    return new NegotiationReads(accords);
  }

  @Bean
  RestrictedTextReads restrictedTextReads(AccordReads accords, Texts texts) {
    return new RestrictedTextReads(accords, texts);
  }

  @Bean
  DraftReads draftReads(AccordReads accords, Texts texts) {
    return new DraftReads(accords, texts);
  }

  @Bean
  CaseReads caseReads(
      Streams streams,
      AccordReads accords,
      ViewsDatabase database,
      Texts texts,
      EventCodec codec,
      ScorecardReads scorecards,
      Views views,
      CaseOrigins origins) {
    return new CaseReads(
        streams,
        accords,
        new DocketQuery(database.source()),
        texts,
        codec,
        scorecards,
        views,
        origins);
  }

  @Bean
  ElectionReads electionReads(ViewsDatabase views, Streams streams, AccordReads accords) {
    return new ElectionReads(new ElectionQuery(views.source()), streams, accords);
  }

  @Bean
  InquiryReads inquiryReads(Streams streams, Texts texts) {
    return new InquiryReads(streams, texts);
  }

  @Bean
  SeriesReads seriesReads(ViewsDatabase views, Streams streams, Texts texts) {
    return new SeriesReads(new SeriesQuery(views.source()), streams, texts);
  }

  @Bean
  ScorecardReads scorecardReads(ViewsDatabase views) {
    return new ScorecardReads(new ScorecardQuery(views.source()));
  }
}
