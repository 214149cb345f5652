package org.accordledger.core.accord;

import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.accept;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.offer;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.AccordEvent.ClauseEnteredIntoForce;
import org.accordledger.core.accord.AccordEvent.ItemsAccepted;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shell under Axon's own fixture. */
class AccordAggregateTest {
  private AggregateTestFixture<AccordAggregate> fixture =
      new AggregateTestFixture<>(AccordAggregate.class);

  @BeforeEach
  void wireAsTheApplicationDoes() {
    fixture = new AggregateTestFixture<>(AccordAggregate.class);
    fixture.registerCommandTargetResolver(
        command ->
            new VersionedAggregateIdentifier(
                (Object) ((LedgerCommand) command.getPayload()).streamId(), null));
  }

  @Test
  void a_draft_starts_a_stream_and_further_acts_go_on_with_it() {
    fixture
        .givenCommands(draft(), offer(FIRST, true, clause()), accept(FIRST, NORTH, QUIET))
        .when(accept(FIRST, SOUTH, QUIET))
        .expectSuccessfulHandlerExecution()
        .expectEvents(
            new ItemsAccepted(
                FIRST, SOUTH, List.of(QUIET), false, null, accept(FIRST, SOUTH, QUIET).filed()),
            new ClauseEnteredIntoForce(
                FIRST,
                QUIET,
                1,
                LocalDate.parse("2015-01-01"),
                true,
                accept(FIRST, SOUTH, QUIET).filed()));
  }

  @Test
  void a_second_draft_is_refused_with_a_code() {
    fixture
        .givenCommands(draft())
        .when(draft())
        .expectNoEvents()
        .expectException(Refused.class)
        .expectExceptionMessage(
            "already_drafted: accord-sample exists: use another id, or amend it by offers");
  }
}
