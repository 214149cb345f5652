package org.accordledger.core.cases;

import java.util.List;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.cases.CaseCommand.RequestReview;
import org.accordledger.core.cases.CaseCommand.ReviseFinding;
import org.accordledger.core.cases.CaseCommand.UpholdFinding;
import org.accordledger.core.cases.CaseEvent.FindingRevised;
import org.accordledger.core.cases.CaseEvent.FindingUpheld;
import org.accordledger.core.cases.CaseEvent.ReviewRequested;
import org.accordledger.core.cases.CaseEvent.TextsCited;

/**
 * The review of a finding. A side asks for it, and the panel votes anew under its quorum. If the
 * votes change an answer or the severity, the finding is revised, else it is upheld; a member other
 * than the one who filed the finding files which. A case is reviewed once, whatever comes of it:
 * what turns up later is for a new case. With a finding that is revised, whatever remedy was
 * ordered for it falls away.
 */
final class Reviews {
  private Reviews() {}

  static List<CaseEvent> decide(Case state, BodyId side, RequestReview command) {
    switch (ruling(state).review()) {
      case NONE -> {}
      case OPEN -> throw new Refused(CaseRefusal.REVIEW_OPEN, "a review is open: await its result");
      case DONE ->
          throw new Refused(
              CaseRefusal.ALREADY_REVIEWED,
              "finding %d stands after a review".formatted(ruling(state).finding()));
    }
    Lapses.inTime(state, Deadline.REVIEW_REQUEST, command.filed().day());
    return List.of(new ReviewRequested(side, command.ground(), command.filed()));
  }

  static List<CaseEvent> decide(Case state, UpholdFinding command) {
    Panel panel = filedByAnotherMember(state, command.filed().by().account());
    Ruling standing = ruling(state);
    if (!FindingRule.sameAnswers(standing.opinion(), voted(state, panel))) {
      throw new Refused(
          CaseRefusal.REVIEW_RESULT_DIFFERS,
          "the votes differ from finding %d: revise it".formatted(standing.finding()));
    }
    return List.of(
        new FindingUpheld(
            panel.votes().size(),
            FindingRule.dissenters(panel.votes(), standing.outcome()),
            command.reasons(),
            command.filed()));
  }

  static List<CaseEvent> decide(Case state, ReviseFinding command, AccordTerms terms) {
    Panel panel = filedByAnotherMember(state, command.filed().by().account());
    Ruling standing = ruling(state);
    Opinion opinion = voted(state, panel);
    if (FindingRule.sameAnswers(standing.opinion(), opinion)) {
      throw new Refused(
          CaseRefusal.REVIEW_RESULT_DIFFERS,
          "the votes leave finding %d as it is: uphold it".formatted(standing.finding()));
    }
    Outcome outcome = FindingRule.outcomeOf(opinion);
    return List.of(
        TextsCited.by(standing.finding() + 1, state, terms, command.filed()),
        new FindingRevised(
            standing.finding() + 1,
            opinion,
            outcome,
            panel.votes().size(),
            FindingRule.dissenters(panel.votes(), outcome),
            command.reasons(),
            command.filed()));
  }

  /** The standing finding of a case that is decided. */
  static Ruling ruling(Case state) {
    Ruling ruling = state.progress().ruling();
    if (ruling == null) {
      throw new IllegalStateException(state.id() + " is decided without a finding");
    }
    return ruling;
  }

  /** While a finding is under review, nothing else is decided on it. */
  static void notUnderReview(Case state) {
    if (ruling(state).review() == Ruling.Review.OPEN) {
      throw new Refused(
          CaseRefusal.REVIEW_OPEN,
          "finding %d of %s is under review: uphold or revise it first"
              .formatted(ruling(state).finding(), state.id()));
    }
  }

  /** The finding of a case that is decided, if a review of it is open. */
  static Ruling underReview(Case state) {
    Ruling ruling = ruling(state);
    if (ruling.review() != Ruling.Review.OPEN) {
      throw new Refused(
          CaseRefusal.NO_REVIEW_OPEN,
          "no review of finding %d is open".formatted(ruling.finding()));
    }
    return ruling;
  }

  private static Opinion voted(Case state, Panel panel) {
    Recusals.noSeatIsEmpty(state, panel);
    Voting.quorumHasVoted(panel);
    return FindingRule.reviewed(
        state.elements(), ruling(state).opinion(), panel.votes().values(), panel.members().size());
  }

  private static Panel filedByAnotherMember(Case state, AccountId member) {
    Panel panel = Voting.seatedWith(state, member);
    Ruling ruling = underReview(state);
    if (ruling.author().equals(member)) {
      throw new Refused(
          CaseRefusal.OWN_FINDING,
          "%s filed finding %d: another member files the result of its review"
              .formatted(member, ruling.finding()));
    }
    return panel;
  }
}
