package org.accordledger.core.cases;

import static org.accordledger.core.cases.CaseSamples.CASE;
import static org.accordledger.core.cases.CaseSamples.ONE;
import static org.accordledger.core.cases.CaseSamples.REGISTRAR;
import static org.accordledger.core.cases.CaseSamples.THREE;
import static org.accordledger.core.cases.CaseSamples.TWO;
import static org.accordledger.core.cases.CaseSamples.admit;
import static org.accordledger.core.cases.CaseSamples.adopt;
import static org.accordledger.core.cases.CaseSamples.filedBy;
import static org.accordledger.core.cases.CaseSamples.refer;
import static org.accordledger.core.cases.CaseSamples.respond;
import static org.accordledger.core.cases.CaseSamples.seat;
import static org.accordledger.core.cases.CaseSamples.submit;
import static org.accordledger.core.cases.CaseSamples.terms;
import static org.accordledger.core.cases.CaseSamples.violation;
import static org.accordledger.core.cases.CaseSamples.vote;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.AccordSamples;
import org.accordledger.core.accord.AccordTermsSource;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.cases.CaseEvent.CaseAdmitted;
import org.accordledger.core.cases.CaseEvent.FindingAdopted;
import org.accordledger.core.cases.CaseEvent.RespondentNotified;
import org.accordledger.core.cases.CaseEvent.TextsCited;
import org.accordledger.core.election.ElectionSource;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shell under Axon's own fixture: commands arrive, terms are injected, events are stored. */
class CaseAggregateTest {
  private AggregateTestFixture<CaseAggregate> fixture =
      new AggregateTestFixture<>(CaseAggregate.class);

  @BeforeEach
  void wireAsTheApplicationDoes() {
    fixture = new AggregateTestFixture<>(CaseAggregate.class);
    fixture.registerInjectableResource((AccordTermsSource) _ -> terms());
    fixture.registerInjectableResource((OtherCaseSource) _ -> Optional.empty());
    fixture.registerInjectableResource((ElectionSource) _ -> Optional.empty());
    fixture.registerCommandTargetResolver(
        command ->
            new VersionedAggregateIdentifier(
                (Object) ((LedgerCommand) command.getPayload()).streamId(), null));
  }

  @Test
  void an_allegation_starts_a_stream_named_after_its_case() {
    fixture
        .givenNoPriorActivity()
        .when(submit())
        .expectSuccessfulHandlerExecution()
        .expectEvents(submitted());
  }

  @Test
  void admission_stores_both_of_its_events() {
    fixture
        .given(submitted())
        .when(admit())
        .expectSuccessfulHandlerExecution()
        .expectEvents(
            new CaseAdmitted(Map.of(), filedBy(REGISTRAR)),
            new RespondentNotified(LocalDate.parse("2020-03-31"), 1, filedBy(REGISTRAR)));
  }

  @Test
  void a_second_submission_is_refused_with_a_code() {
    fixture
        .given(submitted())
        .when(submit())
        .expectNoEvents()
        .expectException(Refused.class)
        .expectExceptionMessage("already_submitted: case-sample exists and is submitted");
  }

  @Test
  void a_case_runs_from_allegation_to_finding() {
    fixture
        .givenCommands(
            submit(),
            admit(),
            respond(),
            refer(),
            seat(ONE, TWO, THREE),
            vote(ONE, violation(Severity.MINOR)),
            vote(TWO, violation(Severity.GRAVE)))
        .when(adopt(ONE))
        .expectSuccessfulHandlerExecution()
        .expectEvents(
            new TextsCited(1, terms().version(), 1, 0, 0, filedBy(ONE)),
            new FindingAdopted(
                1,
                violation(Severity.MINOR),
                Outcome.VIOLATION,
                2,
                List.of(),
                Map.of(),
                filedBy(ONE)));
  }

  private static AllegationSubmitted submitted() {
    return new AllegationSubmitted(
        CASE,
        submit().allegation(),
        terms().version(),
        1,
        List.of(AccordSamples.BY_AN_AGENCY, AccordSamples.MADE_PUBLIC),
        submit().filed());
  }
}
