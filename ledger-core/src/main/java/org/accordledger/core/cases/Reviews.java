package org.accordledger.core.cases;

import java.util.List;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.FilingRules;
import org.accordledger.core.Refused;
import org.accordledger.core.cases.CaseCommand.RequestReview;
import org.accordledger.core.cases.CaseCommand.ReviseFinding;
import org.accordledger.core.cases.CaseCommand.UpholdFinding;
import org.accordledger.core.cases.CaseEvent.FindingRevised;
import org.accordledger.core.cases.CaseEvent.FindingUpheld;
import org.accordledger.core.cases.CaseEvent.ReviewRequested;

/**
 * The review of a finding. A side asks for it; a seated member other than the finding's author
 * upholds or revises it. A finding is reviewed once; a revised finding is a new one, and with it
 * whatever remedy was ordered for the old one falls away.
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
              "finding %d was upheld on review".formatted(ruling(state).finding()));
    }
    FilingRules.givesReason("ground", command.ground());
    return List.of(new ReviewRequested(side, command.ground(), command.filed()));
  }

  static List<CaseEvent> decide(Case state, UpholdFinding command) {
    reviewedByAnotherMember(state, command.filed().by().account());
    return List.of(new FindingUpheld(command.reasons(), command.filed()));
  }

  static List<CaseEvent> decide(Case state, ReviseFinding command) {
    reviewedByAnotherMember(state, command.filed().by().account());
    OpinionRules.check(state, command.opinion());
    return List.of(
        new FindingRevised(
            ruling(state).finding() + 1,
            command.opinion(),
            FindingRule.outcomeOf(command.opinion()),
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

  private static void reviewedByAnotherMember(Case state, AccountId member) {
    Voting.seatedWith(state, member);
    Ruling ruling = ruling(state);
    if (ruling.review() != Ruling.Review.OPEN) {
      throw new Refused(
          CaseRefusal.NO_REVIEW_OPEN,
          "nobody has requested a review of finding %d".formatted(ruling.finding()));
    }
    if (ruling.author().equals(member)) {
      throw new Refused(
          CaseRefusal.OWN_FINDING,
          "%s adopted finding %d: another member reviews it".formatted(member, ruling.finding()));
    }
  }
}
