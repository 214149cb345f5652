package org.accordledger.api.security;

import static java.util.Map.entry;
import static org.accordledger.core.Role.ADJUDICATOR;
import static org.accordledger.core.Role.MONITOR;
import static org.accordledger.core.Role.NEGOTIATOR;
import static org.accordledger.core.Role.OPERATOR;
import static org.accordledger.core.Role.PARTY;
import static org.accordledger.core.Role.REGISTRAR;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.accordledger.api.problem.Problem;
import org.accordledger.api.problem.ProblemCode;
import org.accordledger.core.Actor;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordCommand;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.NegotiationCommand;
import org.accordledger.core.accord.ObservanceCommand;
import org.accordledger.core.cases.CaseCommand;
import org.accordledger.core.election.ElectionCommand;
import org.accordledger.core.inquiry.InquiryCommand;
import org.accordledger.core.series.SeriesCommand;
import org.jspecify.annotations.Nullable;

/**
 * Which role may give which command: the one table. That an actor may act for the body it names is
 * the domain's rule, not this one's.
 */
public final class CommandAccess {
  private static final Map<Class<? extends LedgerCommand>, Set<Role>> ROLES =
      Map.ofEntries(
          entry(AccordCommand.DraftAccord.class, EnumSet.of(REGISTRAR, OPERATOR, NEGOTIATOR)),
          entry(AccordCommand.AdoptRules.class, EnumSet.of(REGISTRAR, OPERATOR)),
          entry(AccordCommand.AdoptMethod.class, EnumSet.of(REGISTRAR, OPERATOR)),
          entry(AccordCommand.AppointPanelist.class, EnumSet.of(REGISTRAR, OPERATOR)),
          entry(AccordCommand.GrantStanding.class, EnumSet.of(REGISTRAR, OPERATOR)),
          entry(AccordCommand.DeclareCoverage.class, EnumSet.of(MONITOR, REGISTRAR)),
          entry(AccordCommand.OfferText.class, EnumSet.of(NEGOTIATOR, PARTY)),
          entry(AccordCommand.WithdrawOffer.class, EnumSet.of(NEGOTIATOR, PARTY)),
          entry(NegotiationCommand.Counteroffer.class, EnumSet.of(NEGOTIATOR, PARTY)),
          entry(NegotiationCommand.LapseOffer.class, EnumSet.of(NEGOTIATOR, PARTY, REGISTRAR)),
          entry(NegotiationCommand.CommitText.class, EnumSet.of(NEGOTIATOR, PARTY, REGISTRAR)),
          entry(NegotiationCommand.DiscloseText.class, EnumSet.of(NEGOTIATOR, PARTY, REGISTRAR)),
          entry(
              NegotiationCommand.RecordAccount.class,
              EnumSet.of(NEGOTIATOR, PARTY, MONITOR, REGISTRAR)),
          entry(NegotiationCommand.ContributeText.class, EnumSet.of(NEGOTIATOR, PARTY)),
          entry(NegotiationCommand.PromoteDraft.class, EnumSet.of(PARTY)),
          entry(AccordCommand.AcceptItems.class, EnumSet.of(PARTY)),
          entry(AccordCommand.RefuseItems.class, EnumSet.of(PARTY)),
          entry(ElectionCommand.RegisterElection.class, EnumSet.of(MONITOR, REGISTRAR, OPERATOR)),
          entry(ElectionCommand.DateElection.class, EnumSet.of(MONITOR, REGISTRAR, OPERATOR)),
          entry(ElectionCommand.NameMission.class, EnumSet.of(MONITOR, REGISTRAR, OPERATOR)),
          entry(ElectionCommand.RecordNoMission.class, EnumSet.of(MONITOR, REGISTRAR, OPERATOR)),
          entry(ElectionCommand.RecordReport.class, EnumSet.of(MONITOR, REGISTRAR, OPERATOR)),
          entry(SeriesCommand.OpenSeries.class, EnumSet.of(MONITOR, PARTY, REGISTRAR)),
          entry(SeriesCommand.RecordCounts.class, EnumSet.of(MONITOR, PARTY, REGISTRAR)),
          entry(SeriesCommand.AttachSeries.class, EnumSet.of(MONITOR, REGISTRAR)),
          entry(ObservanceCommand.EnterReservation.class, EnumSet.of(PARTY)),
          entry(ObservanceCommand.DeclareUnderstanding.class, EnumSet.of(PARTY)),
          entry(ObservanceCommand.SuspendPerformance.class, EnumSet.of(PARTY)),
          entry(ObservanceCommand.ResumePerformance.class, EnumSet.of(PARTY)),
          entry(ObservanceCommand.Withdraw.class, EnumSet.of(PARTY)),
          entry(ObservanceCommand.Terminate.class, EnumSet.of(PARTY)),
          entry(ObservanceCommand.WithdrawCoverage.class, EnumSet.of(MONITOR, REGISTRAR)),
          entry(ObservanceCommand.WithdrawStanding.class, EnumSet.of(REGISTRAR, OPERATOR)),
          entry(ObservanceCommand.RetirePanelist.class, EnumSet.of(REGISTRAR, OPERATOR)),
          entry(ObservanceCommand.AdoptStandingRules.class, EnumSet.of(REGISTRAR, OPERATOR)),
          entry(ObservanceCommand.WithdrawCooperation.class, EnumSet.of(PARTY)),
          entry(ObservanceCommand.AgreeTerm.class, EnumSet.of(PARTY)),
          entry(ObservanceCommand.DisputeTerm.class, EnumSet.of(PARTY)),
          entry(ObservanceCommand.RecordInterpretation.class, EnumSet.of(ADJUDICATOR)),
          entry(ObservanceCommand.AmendClause.class, EnumSet.of(NEGOTIATOR, PARTY)),
          entry(InquiryCommand.OpenInquiry.class, EnumSet.of(MONITOR, PARTY)),
          entry(InquiryCommand.AnswerInquiry.class, EnumSet.of(PARTY)),
          entry(InquiryCommand.ResolveInquiry.class, EnumSet.of(MONITOR, PARTY)),
          entry(InquiryCommand.BringAllegation.class, EnumSet.of(MONITOR, PARTY)),
          entry(CaseCommand.SubmitAllegation.class, EnumSet.of(MONITOR, PARTY)),
          entry(CaseCommand.DeclareInadmissible.class, EnumSet.of(REGISTRAR)),
          entry(CaseCommand.AdmitCase.class, EnumSet.of(REGISTRAR)),
          entry(CaseCommand.RecordNonResponse.class, EnumSet.of(REGISTRAR)),
          entry(CaseCommand.ReferToPanel.class, EnumSet.of(REGISTRAR)),
          entry(CaseCommand.SeatPanel.class, EnumSet.of(REGISTRAR)),
          entry(CaseCommand.JoinCase.class, EnumSet.of(REGISTRAR)),
          entry(CaseCommand.CloseCase.class, EnumSet.of(REGISTRAR)),
          entry(CaseCommand.FileResponse.class, EnumSet.of(PARTY)),
          entry(CaseCommand.ProposeSettlement.class, EnumSet.of(PARTY, MONITOR)),
          entry(CaseCommand.RequestReview.class, EnumSet.of(PARTY, MONITOR)),
          entry(CaseCommand.ReportRemedy.class, EnumSet.of(PARTY)),
          entry(CaseCommand.AcceptSettlement.class, EnumSet.of(PARTY, MONITOR)),
          entry(CaseCommand.WithdrawAllegation.class, EnumSet.of(PARTY, MONITOR)),
          entry(CaseCommand.CastVote.class, EnumSet.of(ADJUDICATOR)),
          entry(CaseCommand.AdoptFinding.class, EnumSet.of(ADJUDICATOR)),
          entry(CaseCommand.UpholdFinding.class, EnumSet.of(ADJUDICATOR)),
          entry(CaseCommand.ReviseFinding.class, EnumSet.of(ADJUDICATOR)),
          entry(CaseCommand.OrderRemedy.class, EnumSet.of(ADJUDICATOR)),
          entry(CaseCommand.VerifyRemedy.class, EnumSet.of(ADJUDICATOR)),
          entry(CaseCommand.RequestParticulars.class, EnumSet.of(PARTY)),
          entry(CaseCommand.GiveParticulars.class, EnumSet.of(PARTY, MONITOR)),
          entry(CaseCommand.GrantExtension.class, EnumSet.of(REGISTRAR)),
          entry(CaseCommand.FileReply.class, EnumSet.of(PARTY, MONITOR)),
          entry(CaseCommand.RecordLapse.class, EnumSet.of(REGISTRAR)),
          entry(CaseCommand.SuspendCase.class, EnumSet.of(REGISTRAR)),
          entry(CaseCommand.ResumeCase.class, EnumSet.of(REGISTRAR)),
          entry(CaseCommand.RecuseMember.class, EnumSet.of(ADJUDICATOR, REGISTRAR)),
          entry(CaseCommand.ReplaceMember.class, EnumSet.of(REGISTRAR)),
          entry(CaseCommand.AdmitExhibit.class, EnumSet.of(REGISTRAR)),
          entry(CaseCommand.ReopenCase.class, EnumSet.of(REGISTRAR)),
          entry(CaseCommand.LinkReaction.class, EnumSet.of(PARTY, MONITOR, REGISTRAR)),
          entry(CaseCommand.Corroborate.class, EnumSet.of(PARTY, MONITOR, REGISTRAR)),
          entry(CaseCommand.AssessClaim.class, EnumSet.of(ADJUDICATOR, REGISTRAR)));

  private CommandAccess() {}

  /**
   * The roles that may give a command.
   *
   * @throws IllegalArgumentException if the table does not know it: nobody may
   */
  public static Set<Role> rolesFor(Class<? extends LedgerCommand> command) {
    Set<Role> roles = ROLES.get(command);
    if (roles == null) {
      throw new IllegalArgumentException(command + " is missing in CommandAccess");
    }
    return Set.copyOf(roles);
  }

  /**
   * The actor a token makes for a command under an accord.
   *
   * @param accord null for what is under none: it takes a binding to every accord
   * @throws org.accordledger.api.problem.ProblemException forbidden, if none of its bindings may
   */
  public static Actor actorFor(
      TokenHolder holder, Class<? extends LedgerCommand> command, @Nullable AccordId accord) {
    Set<Role> roles = rolesFor(command);
    return holder
        .actorUnder(accord, roles)
        .orElseThrow(
            () ->
                Problem.of(
                        ProblemCode.FORBIDDEN,
                        (accord == null
                                ? "Under no accord alone, it takes for every accord the role "
                                : "Under this accord it takes the role ")
                            + named(roles)
                            + ".")
                    .toException());
  }

  private static String named(Set<Role> roles) {
    List<String> names =
        roles.stream().sorted().map(role -> role.name().toLowerCase(Locale.ROOT)).toList();
    return names.stream().collect(Collectors.joining(" or "));
  }
}
