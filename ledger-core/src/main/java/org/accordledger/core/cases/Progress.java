package org.accordledger.core.cases;

import java.util.List;
import java.util.Set;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.cases.CaseEvent.ClaimAssessed;
import org.accordledger.core.evidence.Exhibit;
import org.jspecify.annotations.Nullable;

/**
 * What has come of an allegation so far; what has not come yet is null.
 *
 * @param screener the account that admitted the case, which does not sit
 * @param ground why the case was not admitted
 * @param evidence every exhibit of the case, whoever filed it
 * @param exchange what the two sides have said
 * @param proposer the side whose proposal of a settlement stands
 * @param panel the seated panel with its votes
 * @param ruling the standing finding
 * @param remedy the remedy ordered for it
 */
public record Progress(
    @Nullable AccountId screener,
    @Nullable Ground ground,
    Evidence evidence,
    Exchange exchange,
    @Nullable BodyId proposer,
    @Nullable Panel panel,
    @Nullable Ruling ruling,
    @Nullable Remedy remedy) {

  static Progress submitted(List<Exhibit> exhibits) {
    return new Progress(
        null, null, Evidence.NONE.with(exhibits), Exchange.NONE, null, null, null, null);
  }

  Progress admittedBy(AccountId account) {
    return new Progress(account, null, evidence, exchange, proposer, panel, ruling, remedy);
  }

  Progress inadmissible(Ground why) {
    return new Progress(screener, why, evidence, exchange, proposer, panel, ruling, remedy);
  }

  Progress said(Exchange next) {
    return new Progress(screener, ground, evidence, next, proposer, panel, ruling, remedy);
  }

  Progress withExhibits(List<Exhibit> more) {
    return new Progress(
        screener, ground, evidence.with(more), exchange, proposer, panel, ruling, remedy);
  }

  Progress assessed(ClaimAssessed event) {
    Evidence next =
        evidence.assessed(event.exhibit(), new Evidence.Standing(event.status(), event.evidence()));
    return new Progress(screener, ground, next, exchange, proposer, panel, ruling, remedy);
  }

  /** Ids of every exhibit of the case. */
  public Set<String> exhibits() {
    return evidence.ids();
  }

  Progress proposedBy(BodyId side) {
    return new Progress(screener, ground, evidence, exchange, side, panel, ruling, remedy);
  }

  Progress seated(Panel next) {
    return new Progress(screener, ground, evidence, exchange, proposer, next, ruling, remedy);
  }

  Progress ruled(Ruling next, @Nullable Remedy nextRemedy) {
    return new Progress(screener, ground, evidence, exchange, proposer, panel, next, nextRemedy);
  }
}
