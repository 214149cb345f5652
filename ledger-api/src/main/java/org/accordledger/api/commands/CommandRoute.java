package org.accordledger.api.commands;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.accord.AccordCommand;
import org.accordledger.core.accord.NegotiationCommand;
import org.accordledger.core.accord.ObservanceCommand;
import org.accordledger.core.cases.CaseCommand;
import org.accordledger.core.election.ElectionCommand;
import org.accordledger.core.inquiry.InquiryCommand;
import org.accordledger.core.series.SeriesCommand;

/**
 * One address that takes one command.
 *
 * @param kind the kind of stream it writes
 * @param act last part of the address, for example {@code votes}; empty where it makes a new stream
 * @param command what its body is
 */
record CommandRoute(Kind kind, String act, Class<? extends LedgerCommand> command) {
  enum Kind {
    ACCORD("/accords", "accord"),
    CASE("/cases", "case"),
    ELECTION("/elections", "election"),
    INQUIRY("/inquiries", "inquiry"),
    SERIES("/series", "series");

    private final String collection;
    private final String variable;

    Kind(String collection, String variable) {
      this.collection = collection;
      this.variable = variable;
    }

    /** The kind of a stream, by its id. */
    static Kind ofStream(String stream) {
      return Stream.of(values())
          .filter(kind -> stream.startsWith(kind.variable + "-"))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no kind of stream: " + stream));
    }

    String collection() {
      return collection;
    }

    /** The address of a stream of this kind. */
    String address(String stream) {
      return collection + "/" + stream;
    }

    /** Name of the stream's id in the path. */
    String variable() {
      return variable;
    }
  }

  /** The act whose texts only those who negotiate may read. */
  static final String CONTRIBUTIONS = "contributions";

  static final List<CommandRoute> ALL =
      List.of(
          accord("", AccordCommand.DraftAccord.class),
          accord("rules", AccordCommand.AdoptRules.class),
          accord("methods", AccordCommand.AdoptMethod.class),
          accord("panelists", AccordCommand.AppointPanelist.class),
          accord("standing", AccordCommand.GrantStanding.class),
          accord("coverage", AccordCommand.DeclareCoverage.class),
          accord("offers", AccordCommand.OfferText.class),
          accord("acceptances", AccordCommand.AcceptItems.class),
          accord("refusals", AccordCommand.RefuseItems.class),
          accord("offer-withdrawals", AccordCommand.WithdrawOffer.class),
          accord("counteroffers", NegotiationCommand.Counteroffer.class),
          accord("offer-lapses", NegotiationCommand.LapseOffer.class),
          accord("texts", NegotiationCommand.CommitText.class),
          accord("text-disclosures", NegotiationCommand.DiscloseText.class),
          accord("accounts", NegotiationCommand.RecordAccount.class),
          accord(CONTRIBUTIONS, NegotiationCommand.ContributeText.class),
          accord("promotions", NegotiationCommand.PromoteDraft.class),
          accord("reservations", ObservanceCommand.EnterReservation.class),
          accord("understandings", ObservanceCommand.DeclareUnderstanding.class),
          accord("suspensions", ObservanceCommand.SuspendPerformance.class),
          accord("resumptions", ObservanceCommand.ResumePerformance.class),
          accord("withdrawals", ObservanceCommand.Withdraw.class),
          accord("terminations", ObservanceCommand.Terminate.class),
          accord("coverage-withdrawals", ObservanceCommand.WithdrawCoverage.class),
          accord("standing-withdrawals", ObservanceCommand.WithdrawStanding.class),
          accord("panelist-retirements", ObservanceCommand.RetirePanelist.class),
          accord("standing-rules", ObservanceCommand.AdoptStandingRules.class),
          accord("cooperation-withdrawals", ObservanceCommand.WithdrawCooperation.class),
          accord("term-agreements", ObservanceCommand.AgreeTerm.class),
          accord("term-disputes", ObservanceCommand.DisputeTerm.class),
          accord("interpretations", ObservanceCommand.RecordInterpretation.class),
          accord("amendments", ObservanceCommand.AmendClause.class),
          ofCase("", CaseCommand.SubmitAllegation.class),
          ofCase("inadmissibility", CaseCommand.DeclareInadmissible.class),
          ofCase("admission", CaseCommand.AdmitCase.class),
          ofCase("responses", CaseCommand.FileResponse.class),
          ofCase("non-response", CaseCommand.RecordNonResponse.class),
          ofCase("settlement-proposals", CaseCommand.ProposeSettlement.class),
          ofCase("settlement-acceptances", CaseCommand.AcceptSettlement.class),
          ofCase("referral", CaseCommand.ReferToPanel.class),
          ofCase("panel", CaseCommand.SeatPanel.class),
          ofCase("votes", CaseCommand.CastVote.class),
          ofCase("findings", CaseCommand.AdoptFinding.class),
          ofCase("review-requests", CaseCommand.RequestReview.class),
          ofCase("upheld-findings", CaseCommand.UpholdFinding.class),
          ofCase("revised-findings", CaseCommand.ReviseFinding.class),
          ofCase("remedies", CaseCommand.OrderRemedy.class),
          ofCase("remedy-reports", CaseCommand.ReportRemedy.class),
          ofCase("remedy-verifications", CaseCommand.VerifyRemedy.class),
          ofCase("withdrawal", CaseCommand.WithdrawAllegation.class),
          ofCase("joinder", CaseCommand.JoinCase.class),
          ofCase("closure", CaseCommand.CloseCase.class),
          election("", ElectionCommand.RegisterElection.class),
          election("dates", ElectionCommand.DateElection.class),
          election("missions", ElectionCommand.NameMission.class),
          election("no-mission", ElectionCommand.RecordNoMission.class),
          election("reports", ElectionCommand.RecordReport.class),
          series("", SeriesCommand.OpenSeries.class),
          series("counts", SeriesCommand.RecordCounts.class),
          series("attachments", SeriesCommand.AttachSeries.class),
          inquiry("", InquiryCommand.OpenInquiry.class),
          inquiry("answers", InquiryCommand.AnswerInquiry.class),
          inquiry("resolution", InquiryCommand.ResolveInquiry.class),
          inquiry("allegation", InquiryCommand.BringAllegation.class),
          ofCase("particulars-requests", CaseCommand.RequestParticulars.class),
          ofCase("particulars", CaseCommand.GiveParticulars.class),
          ofCase("extensions", CaseCommand.GrantExtension.class),
          ofCase("replies", CaseCommand.FileReply.class),
          ofCase("lapses", CaseCommand.RecordLapse.class),
          ofCase("suspension", CaseCommand.SuspendCase.class),
          ofCase("resumption", CaseCommand.ResumeCase.class),
          ofCase("recusals", CaseCommand.RecuseMember.class),
          ofCase("replacements", CaseCommand.ReplaceMember.class),
          ofCase("exhibits", CaseCommand.AdmitExhibit.class),
          ofCase("reopening", CaseCommand.ReopenCase.class),
          ofCase("reactions", CaseCommand.LinkReaction.class),
          ofCase("corroborations", CaseCommand.Corroborate.class),
          ofCase("claim-assessments", CaseCommand.AssessClaim.class));

  private static CommandRoute accord(String act, Class<? extends AccordCommand> command) {
    return new CommandRoute(Kind.ACCORD, act, command);
  }

  private static CommandRoute ofCase(String act, Class<? extends CaseCommand> command) {
    return new CommandRoute(Kind.CASE, act, command);
  }

  private static CommandRoute election(String act, Class<? extends ElectionCommand> command) {
    return new CommandRoute(Kind.ELECTION, act, command);
  }

  private static CommandRoute inquiry(String act, Class<? extends InquiryCommand> command) {
    return new CommandRoute(Kind.INQUIRY, act, command);
  }

  private static CommandRoute series(String act, Class<? extends SeriesCommand> command) {
    return new CommandRoute(Kind.SERIES, act, command);
  }

  static Optional<CommandRoute> of(Kind kind, String act) {
    return ALL.stream()
        .filter(route -> route.kind() == kind && route.act().equals(act))
        .findFirst();
  }

  boolean creates() {
    return act.isEmpty();
  }

  /** For example {@code /cases/{case}/votes}. */
  String path() {
    return creates() ? kind.collection() : kind.collection() + "/{" + kind.variable() + "}/" + act;
  }
}
