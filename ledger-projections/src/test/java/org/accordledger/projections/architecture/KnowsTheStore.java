package org.accordledger.projections.architecture;

import org.accordledger.projections.docket.DocketFilter;
import org.accordledger.store.StandIn;
import org.apache.kafka.common.TopicPartition;

/** Breaks every rule. */
final class KnowsTheStore {
  DocketFilter useBoth(StandIn store) {
    store.append();
    var _ = TopicPartition.class;
    return DocketFilter.all();
  }
}
