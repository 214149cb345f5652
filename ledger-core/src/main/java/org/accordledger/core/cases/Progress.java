package org.accordledger.core.cases;

import java.time.LocalDate;
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
 * @param respondBy last day to respond
 * @param exhibits ids of every exhibit, the allegation's and the response's
 * @param answered true once the respondent has responded
 * @param proposer the side whose proposal of a settlement stands
 * @param panel the seated panel with its votes
 * @param ruling the standing finding
 * @param remedy the remedy ordered for it
 */
public record Progress(
    @Nullable AccountId screener,
    @Nullable LocalDate respondBy,
    Set<String> exhibits,
    boolean answered,
    @Nullable BodyId proposer,
    @Nullable Panel panel,
    @Nullable Ruling ruling,
    @Nullable Remedy remedy) {

  static Progress submitted(List<Exhibit> exhibits) {
    return new Progress(null, null, ids(Set.of(), exhibits), false, null, null, null, null);
  }

  Progress admittedBy(AccountId account) {
    return new Progress(account, respondBy, exhibits, answered, proposer, panel, ruling, remedy);
  }

  Progress notified(LocalDate lastDay) {
    return new Progress(screener, lastDay, exhibits, answered, proposer, panel, ruling, remedy);
  }

  Progress answeredWith(List<Exhibit> more) {
    return new Progress(
        screener, respondBy, ids(exhibits, more), true, proposer, panel, ruling, remedy);
  }

  Progress proposedBy(BodyId side) {
    return new Progress(screener, respondBy, exhibits, answered, side, panel, ruling, remedy);
  }

  Progress seated(Panel next) {
    return new Progress(screener, respondBy, exhibits, answered, proposer, next, ruling, remedy);
  }

  Progress ruled(Ruling next, @Nullable Remedy nextRemedy) {
    return new Progress(screener, respondBy, exhibits, answered, proposer, panel, next, nextRemedy);
  }

  private static Set<String> ids(Set<String> before, List<Exhibit> more) {
    return Copies.with(before, more.stream().map(Exhibit::id).toList());
  }
}
