package org.accordledger.projections.architecture;

import org.accordledger.projections.docket.DocketFilter;
import org.accordledger.store.StandIn;

/** Breaks both rules. */
final class KnowsTheStore {
  DocketFilter useBoth(StandIn store) {
    store.append();
    return DocketFilter.all();
  }
}
