package org.accordledger.core.series;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.AccordTermsSource;
import org.accordledger.core.series.SeriesCommand.AttachSeries;
import org.accordledger.core.series.SeriesCommand.OpenSeries;
import org.accordledger.core.series.SeriesCommand.RecordCounts;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The shell that Axon loads and asks: every rule is in {@link SeriesDecisions}, every state in
 * {@link Series}. The terms of an accord that a command names come from the application.
 */
@AggregateRoot(type = "series")
public final class SeriesAggregate {
  private @Nullable Series series;

  SeriesAggregate() {}

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(OpenSeries command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(RecordCounts command, AccordTermsSource source) {
    decide(command, source);
  }

  @CommandHandler
  void handle(AttachSeries command, AccordTermsSource source) {
    decide(command, source);
  }

  @EventSourcingHandler
  void on(SeriesEvent event) {
    series = Series.evolve(series, event);
  }

  /** Null before the first event; Axon asks for it after the first was applied. */
  @AggregateIdentifier
  @Nullable String streamId() {
    return series == null ? null : series.id().value();
  }

  private void decide(SeriesCommand command, AccordTermsSource source) {
    AccordId named = SeriesDecisions.accordOf(command);
    SeriesDecisions.decide(series, command, named == null ? null : source.termsOf(named))
        .forEach(AggregateLifecycle::apply);
  }
}
