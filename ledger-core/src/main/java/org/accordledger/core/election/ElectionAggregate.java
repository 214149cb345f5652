package org.accordledger.core.election;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.accordledger.core.election.ElectionCommand.DateElection;
import org.accordledger.core.election.ElectionCommand.NameMission;
import org.accordledger.core.election.ElectionCommand.RecordNoMission;
import org.accordledger.core.election.ElectionCommand.RecordReport;
import org.accordledger.core.election.ElectionCommand.RegisterElection;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The shell that Axon loads and asks: every rule is in {@link ElectionDecisions}, every state in
 * {@link Election}.
 */
@AggregateRoot(type = "election")
public final class ElectionAggregate {
  private @Nullable Election election;

  ElectionAggregate() {}

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(RegisterElection command) {
    decide(command);
  }

  @CommandHandler
  void handle(DateElection command) {
    decide(command);
  }

  @CommandHandler
  void handle(NameMission command) {
    decide(command);
  }

  @CommandHandler
  void handle(RecordNoMission command) {
    decide(command);
  }

  @CommandHandler
  void handle(RecordReport command) {
    decide(command);
  }

  @EventSourcingHandler
  void on(ElectionEvent event) {
    election = Election.evolve(election, event);
  }

  /** Null before the first event; Axon asks for it after the first was applied. */
  @AggregateIdentifier
  @Nullable String streamId() {
    return election == null ? null : election.election().value();
  }

  private void decide(ElectionCommand command) {
    ElectionDecisions.decide(election, command).forEach(AggregateLifecycle::apply);
  }
}
