package org.accordledger.core.election;

import static org.accordledger.core.accord.ObserverReport.FINAL_REPORT;
import static org.accordledger.core.election.ElectionSamples.OBSERVERS;
import static org.accordledger.core.election.ElectionSamples.date;
import static org.accordledger.core.election.ElectionSamples.mission;
import static org.accordledger.core.election.ElectionSamples.nobody;
import static org.accordledger.core.election.ElectionSamples.register;
import static org.accordledger.core.election.ElectionSamples.report;

import org.accordledger.core.LedgerCommand;
import org.accordledger.core.Refused;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shell under Axon's own fixture. */
class ElectionAggregateTest {
  private AggregateTestFixture<ElectionAggregate> fixture =
      new AggregateTestFixture<>(ElectionAggregate.class);

  @BeforeEach
  void wireAsTheApplicationDoes() {
    fixture = new AggregateTestFixture<>(ElectionAggregate.class);
    fixture.registerCommandTargetResolver(
        command ->
            new VersionedAggregateIdentifier(
                (Object) ((LedgerCommand) command.getPayload()).streamId(), null));
  }

  @Test
  void registration_starts_a_stream() {
    fixture
        .givenNoPriorActivity()
        .when(register(null))
        .expectSuccessfulHandlerExecution()
        .expectEvents(ElectionDecisions.decide(null, register(null)).getFirst());
  }

  @Test
  void every_command_reaches_its_election() {
    fixture
        .givenCommands(register(null), nobody(), date("2011-12-04", null), mission(OBSERVERS))
        .when(report(OBSERVERS, FINAL_REPORT, "2012-01-12"))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void a_second_registration_is_refused_with_a_code() {
    fixture
        .givenCommands(register(null))
        .when(register(null))
        .expectNoEvents()
        .expectException(Refused.class);
  }
}
