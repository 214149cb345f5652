package org.accordledger.core.cases;

import java.util.ArrayList;
import java.util.List;
import org.accordledger.core.AccountId;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.ProcedureRules;
import org.accordledger.core.cases.CaseCommand.AdoptFinding;
import org.accordledger.core.cases.CaseCommand.CastVote;
import org.accordledger.core.cases.CaseEvent.FindingAdopted;
import org.accordledger.core.cases.CaseEvent.TextsCited;
import org.accordledger.core.cases.CaseEvent.VoteCast;

/**
 * Votes, on an allegation or on the review of a finding, and the finding they lead to. A member
 * votes as the account that files, so nobody votes for another; a finding needs the quorum, which
 * is at least two, so nobody decides alone.
 */
final class Voting {
  private Voting() {}

  static List<CaseEvent> decide(Case state, CastVote command, AccordTerms terms) {
    AccountId member = command.filed().by().account();
    Panel panel = seatedWith(state, member);
    if (state.stage() == Stage.DECIDED) {
      Reviews.underReview(state);
    }
    if (panel.votes().containsKey(member)) {
      throw new Refused(
          CaseRefusal.ALREADY_VOTED, "%s has voted in %s".formatted(member, state.id()));
    }
    OpinionRules.check(state, command.opinion(), state.clauseUnder(terms));
    return List.of(new VoteCast(member, command.opinion(), command.dissent(), command.filed()));
  }

  static List<CaseEvent> decide(Case state, AdoptFinding command, AccordTerms terms) {
    Panel panel = seatedWith(state, command.filed().by().account());
    Recusals.noSeatIsEmpty(state, panel);
    quorumHasVoted(panel);
    Opinion opinion =
        FindingRule.majorityOf(state.elements(), panel.votes().values(), panel.members().size());
    Outcome outcome = FindingRule.outcomeOf(opinion);
    List<CaseEvent> events = new ArrayList<>();
    events.add(TextsCited.by(1, state, terms, command.filed()));
    events.add(
        new FindingAdopted(
            1,
            opinion,
            outcome,
            panel.votes().size(),
            FindingRule.dissenters(panel.votes(), outcome),
            command.reasons(),
            command.filed()));
    ProcedureRules rules = state.rulesUnder(terms);
    Lapses.started(Deadline.REVIEW_REQUEST, rules.reviewDays(), rules, command.filed())
        .ifPresent(events::add);
    return events;
  }

  /** Nothing is decided before enough members have voted. */
  static void quorumHasVoted(Panel panel) {
    if (panel.votes().size() < panel.quorum()) {
      throw new Refused(
          CaseRefusal.QUORUM_NOT_REACHED,
          "%d of the %d votes needed were cast".formatted(panel.votes().size(), panel.quorum()));
    }
  }

  /** The panel, if the account sits on it. */
  static Panel seatedWith(Case state, AccountId account) {
    Panel panel = panel(state);
    if (!panel.seats(account)) {
      throw new Refused(
          CaseRefusal.NOT_A_MEMBER,
          "%s does not sit on the panel of %s".formatted(account, state.id()));
    }
    return panel;
  }

  /** The panel, which there must be. */
  static Panel panel(Case state) {
    Panel panel = state.progress().panel();
    if (panel == null) {
      throw new Refused(
          CaseRefusal.PANEL_NOT_SEATED, "%s has no panel yet: seat one".formatted(state.id()));
    }
    return panel;
  }
}
