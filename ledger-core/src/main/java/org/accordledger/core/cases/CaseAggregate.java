package org.accordledger.core.cases;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import java.util.Optional;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.AccordTermsSource;
import org.accordledger.core.cases.CaseCommand.AcceptSettlement;
import org.accordledger.core.cases.CaseCommand.AdmitCase;
import org.accordledger.core.cases.CaseCommand.AdmitExhibit;
import org.accordledger.core.cases.CaseCommand.AdoptFinding;
import org.accordledger.core.cases.CaseCommand.AssessClaim;
import org.accordledger.core.cases.CaseCommand.CastVote;
import org.accordledger.core.cases.CaseCommand.CloseCase;
import org.accordledger.core.cases.CaseCommand.Corroborate;
import org.accordledger.core.cases.CaseCommand.DeclareInadmissible;
import org.accordledger.core.cases.CaseCommand.FileReply;
import org.accordledger.core.cases.CaseCommand.FileResponse;
import org.accordledger.core.cases.CaseCommand.GiveParticulars;
import org.accordledger.core.cases.CaseCommand.GrantExtension;
import org.accordledger.core.cases.CaseCommand.JoinCase;
import org.accordledger.core.cases.CaseCommand.LinkReaction;
import org.accordledger.core.cases.CaseCommand.OrderRemedy;
import org.accordledger.core.cases.CaseCommand.ProposeSettlement;
import org.accordledger.core.cases.CaseCommand.RecordLapse;
import org.accordledger.core.cases.CaseCommand.RecordNonResponse;
import org.accordledger.core.cases.CaseCommand.RecuseMember;
import org.accordledger.core.cases.CaseCommand.ReferToPanel;
import org.accordledger.core.cases.CaseCommand.ReopenCase;
import org.accordledger.core.cases.CaseCommand.ReplaceMember;
import org.accordledger.core.cases.CaseCommand.ReportRemedy;
import org.accordledger.core.cases.CaseCommand.RequestParticulars;
import org.accordledger.core.cases.CaseCommand.RequestReview;
import org.accordledger.core.cases.CaseCommand.ResumeCase;
import org.accordledger.core.cases.CaseCommand.ReviseFinding;
import org.accordledger.core.cases.CaseCommand.SeatPanel;
import org.accordledger.core.cases.CaseCommand.SubmitAllegation;
import org.accordledger.core.cases.CaseCommand.SuspendCase;
import org.accordledger.core.cases.CaseCommand.UpholdFinding;
import org.accordledger.core.cases.CaseCommand.VerifyRemedy;
import org.accordledger.core.cases.CaseCommand.WithdrawAllegation;
import org.accordledger.core.election.Election;
import org.accordledger.core.election.ElectionId;
import org.accordledger.core.election.ElectionSource;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The shell that Axon loads and asks: every rule is in {@link CaseDecisions}, every state in {@link
 * Case}. Submitting goes through the existing case if there is one, so that a second submission is
 * refused with a code and not with a conflict of the store. The terms of the case's accord, and
 * what has to be known of another case that a command names, come from the application.
 */
@AggregateRoot(type = "case")
public final class CaseAggregate {
  private @Nullable Case state;

  CaseAggregate() {}

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(SubmitAllegation command, AccordTermsSource source, ElectionSource elections) {
    AccordTerms terms = source.termsOf(CaseDecisions.accordOf(state, command));
    ElectionId named = CaseDecisions.electionOf(command);
    Election election = named == null ? null : elections.find(named).orElse(null);
    CaseDecisions.decide(state, command, terms, null, election).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(DeclareInadmissible command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(AdmitCase command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(FileResponse command, AccordTermsSource source, OtherCaseSource others) {
    decide(command, source, others);
  }

  @CommandHandler
  void handle(RecordNonResponse command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(ProposeSettlement command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(AcceptSettlement command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(ReferToPanel command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(SeatPanel command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(CastVote command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(AdoptFinding command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(RequestReview command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(UpholdFinding command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(ReviseFinding command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(OrderRemedy command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(ReportRemedy command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(VerifyRemedy command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(WithdrawAllegation command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(JoinCase command, AccordTermsSource source, OtherCaseSource others) {
    decide(command, source, others);
  }

  @CommandHandler
  void handle(CloseCase command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(RequestParticulars command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(GiveParticulars command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(GrantExtension command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(FileReply command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(RecordLapse command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(SuspendCase command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(ResumeCase command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(RecuseMember command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(ReplaceMember command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(AdmitExhibit command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(ReopenCase command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(LinkReaction command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(Corroborate command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(AssessClaim command, AccordTermsSource source) {
    decide(command, source);
  }

  @EventSourcingHandler
  void on(CaseEvent event) {
    state = Case.evolve(state, event);
  }

  /** Null before the first event; Axon asks for it after the first was applied. */
  @AggregateIdentifier
  @Nullable String streamId() {
    return state == null ? null : state.id().value();
  }

  private void decide(CaseCommand command, AccordTermsSource source) {
    decide(command, source, _ -> Optional.empty());
  }

  private void decide(CaseCommand command, AccordTermsSource source, OtherCaseSource others) {
    AccordTerms terms = source.termsOf(CaseDecisions.accordOf(state, command));
    CaseId named = CaseDecisions.otherCaseOf(command);
    OtherCase other = named == null ? null : others.find(named).orElse(null);
    CaseDecisions.decide(state, command, terms, other).forEach(AggregateLifecycle::apply);
  }
}
