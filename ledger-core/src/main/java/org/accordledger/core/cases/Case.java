package org.accordledger.core.cases;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.ElementCode;
import org.accordledger.core.accord.ProcedureRules;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.cases.CaseEvent.AllegationWithdrawn;
import org.accordledger.core.cases.CaseEvent.CaseAdmitted;
import org.accordledger.core.cases.CaseEvent.CaseClosed;
import org.accordledger.core.cases.CaseEvent.CaseDeclaredInadmissible;
import org.accordledger.core.cases.CaseEvent.CaseJoined;
import org.accordledger.core.cases.CaseEvent.CaseReferred;
import org.accordledger.core.cases.CaseEvent.CaseReopened;
import org.accordledger.core.cases.CaseEvent.CaseResumed;
import org.accordledger.core.cases.CaseEvent.CaseSuspended;
import org.accordledger.core.cases.CaseEvent.ClaimAssessed;
import org.accordledger.core.cases.CaseEvent.DeadlinePassed;
import org.accordledger.core.cases.CaseEvent.DeadlineSet;
import org.accordledger.core.cases.CaseEvent.DenialCorroborated;
import org.accordledger.core.cases.CaseEvent.EmbargoWindowDetermined;
import org.accordledger.core.cases.CaseEvent.ExhibitsAdmitted;
import org.accordledger.core.cases.CaseEvent.ExtensionGranted;
import org.accordledger.core.cases.CaseEvent.FindingAdopted;
import org.accordledger.core.cases.CaseEvent.FindingRevised;
import org.accordledger.core.cases.CaseEvent.FindingUpheld;
import org.accordledger.core.cases.CaseEvent.MemberRecused;
import org.accordledger.core.cases.CaseEvent.MemberReplaced;
import org.accordledger.core.cases.CaseEvent.NonResponseRecorded;
import org.accordledger.core.cases.CaseEvent.PanelSeated;
import org.accordledger.core.cases.CaseEvent.ParticularsGiven;
import org.accordledger.core.cases.CaseEvent.ParticularsRequested;
import org.accordledger.core.cases.CaseEvent.ReactionLinked;
import org.accordledger.core.cases.CaseEvent.RemedyOrdered;
import org.accordledger.core.cases.CaseEvent.RemedyReported;
import org.accordledger.core.cases.CaseEvent.RemedyVerified;
import org.accordledger.core.cases.CaseEvent.ReplyFiled;
import org.accordledger.core.cases.CaseEvent.RespondentNotified;
import org.accordledger.core.cases.CaseEvent.ResponseFiled;
import org.accordledger.core.cases.CaseEvent.ReviewRequested;
import org.accordledger.core.cases.CaseEvent.SettlementAccepted;
import org.accordledger.core.cases.CaseEvent.SettlementProposed;
import org.accordledger.core.cases.CaseEvent.TextsCited;
import org.accordledger.core.cases.CaseEvent.VoteCast;
import org.accordledger.core.election.EmbargoWindow;
import org.jspecify.annotations.Nullable;

/**
 * What the events of a case's stream add up to.
 *
 * @param left the stage the case was in before it was suspended or closed; null otherwise
 * @param lastAct day of the last act, which no later one may precede
 * @param progress what has come of the allegation so far
 * @param clocks of its deadlines
 * @param embargo the window of the embargo it is alleged to have broken, as far as it was known
 *     when the case was submitted; absent under every other clause
 */
public record Case(
    AllegationSubmitted submitted,
    Stage stage,
    @Nullable Stage left,
    LocalDate lastAct,
    Progress progress,
    Clocks clocks,
    @Nullable EmbargoWindow embargo) {

  /**
   * The state after one more event.
   *
   * @param before null before the first event of the stream
   * @throws IllegalStateException if the event cannot follow what came before
   */
  public static Case evolve(@Nullable Case before, CaseEvent event) {
    if (before != null) {
      return before.apply(event);
    }
    if (event instanceof AllegationSubmitted submitted) {
      return new Case(
          submitted,
          Stage.SUBMITTED,
          null,
          submitted.filed().day(),
          Progress.submitted(submitted.allegation().exhibits()),
          Clocks.NONE,
          null);
    }
    throw new IllegalStateException(
        "a case's stream starts with its allegation, not with " + event.getClass().getSimpleName());
  }

  /**
   * The state after one more event.
   *
   * @throws IllegalStateException if the event cannot follow what came before
   */
  public Case apply(CaseEvent event) {
    Stage next = Stage.after(stage, event);
    boolean rests = next == Stage.SUSPENDED || next == Stage.CLOSED;
    return new Case(
        submitted,
        next,
        !rests ? null : next == stage ? left : stage,
        event.filed().day(),
        progressAfter(event),
        clocks.after(event, next),
        event instanceof EmbargoWindowDetermined e ? e.window() : embargo);
  }

  private Progress progressAfter(CaseEvent event) {
    return switch (event) {
      case AllegationSubmitted _ -> throw new IllegalStateException(id() + " was submitted");
      case CaseAdmitted e -> progress.admittedBy(e.filed().by().account());
      case CaseDeclaredInadmissible e -> progress.inadmissible(e.ground());
      case ResponseFiled e ->
          progress.said(progress.exchange().answeredWith(e.kind())).withExhibits(e.exhibits());
      case ParticularsRequested _ -> progress.said(progress.exchange().particularsAsked());
      case ParticularsGiven e -> progress.withExhibits(e.exhibits());
      case ReplyFiled e ->
          progress.said(progress.exchange().withReply()).withExhibits(e.exhibits());
      case ExhibitsAdmitted e -> progress.withExhibits(e.exhibits());
      case DenialCorroborated e -> progress.withExhibits(e.exhibits());
      case SettlementProposed e -> progress.proposedBy(e.proposer());
      case PanelSeated e -> progress.seated(Panel.of(e.members(), e.quorum()));
      case MemberRecused e -> progress.seated(requirePanel().without(e.member()));
      case MemberReplaced e -> progress.seated(requirePanel().joinedBy(e.member()));
      case VoteCast e -> progress.seated(requirePanel().voted(e.member(), e.opinion()));
      case FindingAdopted e -> progress.ruled(adopted(e), null);
      case FindingRevised e -> progress.ruled(revised(e), null);
      case ReviewRequested _ -> underReview();
      case CaseReopened e ->
          (e.stage() == Stage.DECIDED ? underReview() : progress).withExhibits(e.exhibits());
      case FindingUpheld _ ->
          progress.ruled(requireRuling().under(Ruling.Review.DONE), progress.remedy());
      case RemedyOrdered _ -> progress.ruled(requireRuling(), Remedy.ordered());
      case RemedyReported e ->
          progress.ruled(requireRuling(), requireRemedy().reportedBy(e.filed().by().account()));
      case RemedyVerified _ -> progress.ruled(requireRuling(), requireRemedy().verify());
      case RespondentNotified _, DeadlineSet _, DeadlinePassed _, ExtensionGranted _ -> progress;
      case NonResponseRecorded _, SettlementAccepted _, CaseReferred _ -> progress;
      case ClaimAssessed e -> progress.assessed(e);
      case TextsCited _ -> progress;
      case CaseSuspended _, CaseResumed _, ReactionLinked _ -> progress;
      case EmbargoWindowDetermined _ -> progress;
      case AllegationWithdrawn _, CaseJoined _, CaseClosed _ -> progress;
    };
  }

  /** The panel that sits votes anew, and until then the finding stands. */
  private Progress underReview() {
    return progress
        .seated(requirePanel().askedAnew())
        .ruled(requireRuling().under(Ruling.Review.OPEN), progress.remedy());
  }

  public CaseId id() {
    return submitted.caseId();
  }

  public Allegation allegation() {
    return submitted.allegation();
  }

  /** The elements a panel answers, of the clause version the case is judged under. */
  public List<ElementCode> elements() {
    return submitted.elements();
  }

  /** The rules of procedure in the basket of the clause version the case is judged under. */
  ProcedureRules rulesUnder(AccordTerms terms) {
    return terms.rulesFor(allegation().clause(), submitted.clauseVersion());
  }

  /** The clause version the case is judged under; null if none ever held. */
  @Nullable Clause clauseUnder(AccordTerms terms) {
    return terms.version(allegation().clause(), submitted.clauseVersion()).orElse(null);
  }

  /** True for the complainant and the respondent. */
  boolean isSide(@Nullable BodyId body) {
    return allegation().complainant().equals(body) || allegation().respondent().equals(body);
  }

  private Panel requirePanel() {
    return require(progress.panel(), "no panel was seated");
  }

  private Ruling requireRuling() {
    return require(progress.ruling(), "no finding was adopted");
  }

  private Remedy requireRemedy() {
    return require(progress.remedy(), "no remedy was ordered");
  }

  private <T> T require(@Nullable T value, String otherwise) {
    if (value == null) {
      throw new IllegalStateException(otherwise + " in " + id());
    }
    return value;
  }

  private static Ruling adopted(FindingAdopted e) {
    AccountId author = e.filed().by().account();
    return new Ruling(e.finding(), e.opinion(), e.outcome(), author, Ruling.Review.NONE);
  }

  private static Ruling revised(FindingRevised e) {
    AccountId author = e.filed().by().account();
    return new Ruling(e.finding(), e.opinion(), e.outcome(), author, Ruling.Review.DONE);
  }
}
