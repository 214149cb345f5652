package org.accordledger.core.cases;

import java.util.List;
import java.util.Set;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.Copies;
import org.accordledger.core.evidence.Exhibit;
import org.jspecify.annotations.Nullable;

/**
 * What has come of an allegation so far; what has not come yet is null.
 *
 * @param screener the account that admitted the case, which does not sit
 * @param ground why the case was not admitted
 * @param exhibits ids of every exhibit of the case, whoever filed it
 * @param exchange what the two sides have said
 * @param proposer the side whose proposal of a settlement stands
 * @param panel the seated panel with its votes
 * @param ruling the standing finding
 * @param remedy the remedy ordered for it
 */
public record Progress(
    @Nullable AccountId screener,
    @Nullable Ground ground,
    Set<String> exhibits,
    Exchange exchange,
    @Nullable BodyId proposer,
    @Nullable Panel panel,
    @Nullable Ruling ruling,
    @Nullable Remedy remedy) {

  static Progress submitted(List<Exhibit> exhibits) {
    return new Progress(null, null, ids(Set.of(), exhibits), Exchange.NONE, null, null, null, null);
  }

  Progress admittedBy(AccountId account) {
    return new Progress(account, null, exhibits, exchange, proposer, panel, ruling, remedy);
  }

  Progress inadmissible(Ground why) {
    return new Progress(screener, why, exhibits, exchange, proposer, panel, ruling, remedy);
  }

  Progress said(Exchange next) {
    return new Progress(screener, ground, exhibits, next, proposer, panel, ruling, remedy);
  }

  Progress withExhibits(List<Exhibit> more) {
    return new Progress(
        screener, ground, ids(exhibits, more), exchange, proposer, panel, ruling, remedy);
  }

  Progress proposedBy(BodyId side) {
    return new Progress(screener, ground, exhibits, exchange, side, panel, ruling, remedy);
  }

  Progress seated(Panel next) {
    return new Progress(screener, ground, exhibits, exchange, proposer, next, ruling, remedy);
  }

  Progress ruled(Ruling next, @Nullable Remedy nextRemedy) {
    return new Progress(screener, ground, exhibits, exchange, proposer, panel, next, nextRemedy);
  }

  private static Set<String> ids(Set<String> before, List<Exhibit> more) {
    return Copies.with(before, more.stream().map(Exhibit::id).toList());
  }
}
