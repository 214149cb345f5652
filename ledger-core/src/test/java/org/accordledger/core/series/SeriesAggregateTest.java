package org.accordledger.core.series;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.series.SeriesSamples.count;
import static org.accordledger.core.series.SeriesSamples.monitor;
import static org.accordledger.core.series.SeriesSamples.open;
import static org.accordledger.core.series.SeriesSamples.record;

import java.util.List;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.AccordRefusal;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.AccordTermsSource;
import org.accordledger.core.series.SeriesEvent.CountsRecorded;
import org.accordledger.core.series.SeriesEvent.SeriesOpened;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shell under Axon's own fixture. */
class SeriesAggregateTest {
  private AggregateTestFixture<SeriesAggregate> fixture =
      new AggregateTestFixture<>(SeriesAggregate.class);

  @BeforeEach
  void wireAsTheApplicationDoes() {
    fixture = new AggregateTestFixture<>(SeriesAggregate.class);
    fixture.registerInjectableResource((AccordTermsSource) SeriesAggregateTest::noAccord);
    fixture.registerCommandTargetResolver(
        command ->
            new VersionedAggregateIdentifier(
                (Object) ((LedgerCommand) command.getPayload()).streamId(), null));
  }

  @Test
  void opening_starts_a_stream() {
    fixture
        .givenNoPriorActivity()
        .when(open(null, PeriodLength.MONTH))
        .expectSuccessfulHandlerExecution()
        .expectEvents(opened());
  }

  @Test
  void counts_are_stored() {
    fixture
        .given(opened())
        .when(record(count("2020-01-01", 3)))
        .expectSuccessfulHandlerExecution()
        .expectEvents(new CountsRecorded(List.of(count("2020-01-01", 3)), null, monitor()));
  }

  @Test
  void an_accord_that_is_not_there_keeps_no_series() {
    fixture
        .givenNoPriorActivity()
        .when(open(ACCORD, PeriodLength.MONTH))
        .expectNoEvents()
        .expectException(Refused.class);
  }

  @Test
  void a_second_opening_is_refused_with_a_code() {
    fixture
        .given(opened())
        .when(open(null, PeriodLength.MONTH))
        .expectNoEvents()
        .expectException(Refused.class);
  }

  private static SeriesOpened opened() {
    return (SeriesOpened)
        SeriesDecisions.decide(null, open(null, PeriodLength.MONTH), null).getFirst();
  }

  private static AccordTerms noAccord(AccordId accord) {
    throw new Refused(AccordRefusal.UNKNOWN_ACCORD, "there is no accord " + accord);
  }
}
