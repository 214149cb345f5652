package org.accordledger.core.accord;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.accordledger.core.accord.AccordCommand.AcceptItems;
import org.accordledger.core.accord.AccordCommand.AdoptMethod;
import org.accordledger.core.accord.AccordCommand.AdoptRules;
import org.accordledger.core.accord.AccordCommand.AppointPanelist;
import org.accordledger.core.accord.AccordCommand.DeclareCoverage;
import org.accordledger.core.accord.AccordCommand.DraftAccord;
import org.accordledger.core.accord.AccordCommand.GrantStanding;
import org.accordledger.core.accord.AccordCommand.OfferText;
import org.accordledger.core.accord.AccordCommand.RefuseItems;
import org.accordledger.core.accord.AccordCommand.WithdrawOffer;
import org.accordledger.core.accord.NegotiationCommand.CommitText;
import org.accordledger.core.accord.NegotiationCommand.ContributeText;
import org.accordledger.core.accord.NegotiationCommand.Counteroffer;
import org.accordledger.core.accord.NegotiationCommand.DiscloseText;
import org.accordledger.core.accord.NegotiationCommand.LapseOffer;
import org.accordledger.core.accord.NegotiationCommand.PromoteDraft;
import org.accordledger.core.accord.NegotiationCommand.RecordAccount;
import org.accordledger.core.accord.ObservanceCommand.AdoptStandingRules;
import org.accordledger.core.accord.ObservanceCommand.AgreeTerm;
import org.accordledger.core.accord.ObservanceCommand.AmendClause;
import org.accordledger.core.accord.ObservanceCommand.DeclareUnderstanding;
import org.accordledger.core.accord.ObservanceCommand.DisputeTerm;
import org.accordledger.core.accord.ObservanceCommand.EnterReservation;
import org.accordledger.core.accord.ObservanceCommand.RecordInterpretation;
import org.accordledger.core.accord.ObservanceCommand.ResumePerformance;
import org.accordledger.core.accord.ObservanceCommand.RetirePanelist;
import org.accordledger.core.accord.ObservanceCommand.SuspendPerformance;
import org.accordledger.core.accord.ObservanceCommand.Terminate;
import org.accordledger.core.accord.ObservanceCommand.Withdraw;
import org.accordledger.core.accord.ObservanceCommand.WithdrawCooperation;
import org.accordledger.core.accord.ObservanceCommand.WithdrawCoverage;
import org.accordledger.core.accord.ObservanceCommand.WithdrawStanding;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The shell that Axon loads and asks: every rule is in {@link AccordDecisions}, every state in
 * {@link Accord}. Drafting goes through the existing accord if there is one, so that a second draft
 * is refused with a code and not with a conflict of the store.
 */
@AggregateRoot(type = "accord")
public final class AccordAggregate {
  private @Nullable Accord accord;

  AccordAggregate() {}

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(DraftAccord command) {
    decide(command);
  }

  @CommandHandler
  void handle(AdoptRules command) {
    decide(command);
  }

  @CommandHandler
  void handle(AdoptMethod command) {
    decide(command);
  }

  @CommandHandler
  void handle(AppointPanelist command) {
    decide(command);
  }

  @CommandHandler
  void handle(GrantStanding command) {
    decide(command);
  }

  @CommandHandler
  void handle(DeclareCoverage command) {
    decide(command);
  }

  @CommandHandler
  void handle(OfferText command) {
    decide(command);
  }

  @CommandHandler
  void handle(AcceptItems command) {
    decide(command);
  }

  @CommandHandler
  void handle(RefuseItems command) {
    decide(command);
  }

  @CommandHandler
  void handle(WithdrawOffer command) {
    decide(command);
  }

  @CommandHandler
  void handle(Counteroffer command) {
    decide(command);
  }

  @CommandHandler
  void handle(LapseOffer command) {
    decide(command);
  }

  @CommandHandler
  void handle(CommitText command) {
    decide(command);
  }

  @CommandHandler
  void handle(DiscloseText command) {
    decide(command);
  }

  @CommandHandler
  void handle(RecordAccount command) {
    decide(command);
  }

  @CommandHandler
  void handle(ContributeText command) {
    decide(command);
  }

  @CommandHandler
  void handle(PromoteDraft command) {
    decide(command);
  }

  @CommandHandler
  void handle(AdoptStandingRules command) {
    decide(command);
  }

  @CommandHandler
  void handle(AgreeTerm command) {
    decide(command);
  }

  @CommandHandler
  void handle(AmendClause command) {
    decide(command);
  }

  @CommandHandler
  void handle(DeclareUnderstanding command) {
    decide(command);
  }

  @CommandHandler
  void handle(DisputeTerm command) {
    decide(command);
  }

  @CommandHandler
  void handle(EnterReservation command) {
    decide(command);
  }

  @CommandHandler
  void handle(RecordInterpretation command) {
    decide(command);
  }

  @CommandHandler
  void handle(ResumePerformance command) {
    decide(command);
  }

  @CommandHandler
  void handle(RetirePanelist command) {
    decide(command);
  }

  @CommandHandler
  void handle(SuspendPerformance command) {
    decide(command);
  }

  @CommandHandler
  void handle(Terminate command) {
    decide(command);
  }

  @CommandHandler
  void handle(Withdraw command) {
    decide(command);
  }

  @CommandHandler
  void handle(WithdrawCooperation command) {
    decide(command);
  }

  @CommandHandler
  void handle(WithdrawCoverage command) {
    decide(command);
  }

  @CommandHandler
  void handle(WithdrawStanding command) {
    decide(command);
  }

  @EventSourcingHandler
  void on(AccordEvent event) {
    accord = Accord.evolve(accord, event);
  }

  /** Null before the first event; Axon asks for it after the first was applied. */
  @AggregateIdentifier
  @Nullable String streamId() {
    return accord == null ? null : accord.id().value();
  }

  private void decide(AccordCommand command) {
    AccordDecisions.decide(accord, command).forEach(AggregateLifecycle::apply);
  }
}
