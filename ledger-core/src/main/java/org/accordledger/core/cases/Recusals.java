package org.accordledger.core.cases;

import java.util.List;
import org.accordledger.core.AccountId;
import org.accordledger.core.FilingRules;
import org.accordledger.core.Refused;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.cases.CaseCommand.RecuseMember;
import org.accordledger.core.cases.CaseCommand.ReplaceMember;
import org.accordledger.core.cases.CaseEvent.MemberRecused;
import org.accordledger.core.cases.CaseEvent.MemberReplaced;

/**
 * Leaving a panel and taking an empty seat. A member recuses itself, the registrar anybody; the
 * vote goes with the member. Who takes the seat fits the panel by the rules it was seated under,
 * and nothing is adopted before.
 */
final class Recusals {
  private Recusals() {}

  static List<CaseEvent> decide(Case state, RecuseMember command) {
    FilingRules.givesText("reason", command.reason());
    onlyWhileThePanelHasToDecide(state);
    Voting.seatedWith(state, command.member());
    AccountId filer = command.filed().by().account();
    if (command.filed().by().role() == Role.ADJUDICATOR && !filer.equals(command.member())) {
      throw new Refused(
          CaseRefusal.RECUSES_ANOTHER,
          "%s files and member is %s: name yourself, or leave it to the registrar"
              .formatted(filer, command.member()));
    }
    return List.of(new MemberRecused(command.member(), command.reason(), command.filed()));
  }

  static List<CaseEvent> decide(Case state, ReplaceMember command, AccordTerms terms) {
    onlyWhileThePanelHasToDecide(state);
    Panel panel = Voting.panel(state);
    if (!panel.hasEmptySeat()) {
      throw new Refused(
          CaseRefusal.NO_EMPTY_SEAT,
          "all %d seats of the panel of %s are taken".formatted(panel.size(), state.id()));
    }
    if (panel.recused().contains(command.member())) {
      throw new Refused(
          CaseRefusal.RECUSED,
          "%s left the panel of %s: seat someone else".formatted(command.member(), state.id()));
    }
    PanelMember member =
        PanelComposition.joining(state, panel.members(), command.member(), terms, command.filed());
    return List.of(new MemberReplaced(member, terms.rules().version(), command.filed()));
  }

  /** A panel that has decided stays as it was when it did. */
  private static void onlyWhileThePanelHasToDecide(Case state) {
    if (state.stage() == Stage.DECIDED) {
      Reviews.underReview(state);
    }
  }

  /** While a seat is empty, members of one nationality could have more than half of the rest. */
  static void noSeatIsEmpty(Case state, Panel panel) {
    if (panel.hasEmptySeat()) {
      throw new Refused(
          CaseRefusal.SEAT_EMPTY,
          "%d of %d seats of the panel of %s are taken: fill the others first"
              .formatted(panel.members().size(), panel.size(), state.id()));
    }
  }
}
