package org.accordledger.core.cases;

import java.util.List;
import org.accordledger.core.BodyId;
import org.accordledger.core.Refused;
import org.accordledger.core.cases.CaseCommand.AcceptSettlement;
import org.accordledger.core.cases.CaseCommand.ProposeSettlement;
import org.accordledger.core.cases.CaseEvent.SettlementAccepted;
import org.accordledger.core.cases.CaseEvent.SettlementProposed;

/**
 * Settling without a finding: one side proposes, the other accepts. A new proposal, from either
 * side, takes the place of the one before.
 */
final class Settlements {
  private Settlements() {}

  static List<CaseEvent> decide(BodyId side, ProposeSettlement command) {
    return List.of(new SettlementProposed(side, command.text(), command.filed()));
  }

  static List<CaseEvent> decide(Case state, BodyId side, AcceptSettlement command) {
    BodyId proposer = state.progress().proposer();
    if (proposer == null) {
      throw new Refused(
          CaseRefusal.NO_SETTLEMENT_PROPOSED, "nobody has proposed a settlement: propose one");
    }
    if (proposer.equals(side)) {
      throw new Refused(
          CaseRefusal.OWN_PROPOSAL,
          "%s proposed this settlement: the other side accepts it".formatted(side));
    }
    return List.of(new SettlementAccepted(side, command.filed()));
  }
}
