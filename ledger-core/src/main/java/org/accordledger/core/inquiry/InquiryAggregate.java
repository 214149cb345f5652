package org.accordledger.core.inquiry;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.AccordTermsSource;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.OtherCase;
import org.accordledger.core.cases.OtherCaseSource;
import org.accordledger.core.inquiry.InquiryCommand.AnswerInquiry;
import org.accordledger.core.inquiry.InquiryCommand.BringAllegation;
import org.accordledger.core.inquiry.InquiryCommand.OpenInquiry;
import org.accordledger.core.inquiry.InquiryCommand.ResolveInquiry;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The shell that Axon loads and asks: every rule is in {@link InquiryDecisions}. */
@AggregateRoot(type = "inquiry")
public final class InquiryAggregate {
  private @Nullable Inquiry state;

  InquiryAggregate() {}

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(OpenInquiry command, AccordTermsSource source, OtherCaseSource cases) {
    decide(command, source, cases);
  }

  @CommandHandler
  void handle(AnswerInquiry command, AccordTermsSource source, OtherCaseSource cases) {
    decide(command, source, cases);
  }

  @CommandHandler
  void handle(ResolveInquiry command, AccordTermsSource source, OtherCaseSource cases) {
    decide(command, source, cases);
  }

  @CommandHandler
  void handle(BringAllegation command, AccordTermsSource source, OtherCaseSource cases) {
    decide(command, source, cases);
  }

  @EventSourcingHandler
  void on(InquiryEvent event) {
    state = Inquiry.evolve(state, event);
  }

  /** Null before the first event; Axon asks for it after the first was applied. */
  @AggregateIdentifier
  @Nullable String streamId() {
    return state == null ? null : state.id().value();
  }

  private void decide(InquiryCommand command, AccordTermsSource source, OtherCaseSource cases) {
    AccordTerms terms = source.termsOf(InquiryDecisions.accordOf(state, command));
    CaseId named = InquiryDecisions.caseOf(command);
    OtherCase brought = named == null ? null : cases.find(named).orElse(null);
    InquiryDecisions.decide(state, command, terms, brought).forEach(AggregateLifecycle::apply);
  }
}
