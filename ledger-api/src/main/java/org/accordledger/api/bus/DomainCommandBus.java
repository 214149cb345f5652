package org.accordledger.api.bus;

import java.util.List;
import java.util.concurrent.Executor;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.accord.AccordAggregate;
import org.accordledger.core.accord.AccordTermsSource;
import org.accordledger.core.cases.CaseAggregate;
import org.accordledger.core.cases.OtherCaseSource;
import org.accordledger.core.election.ElectionAggregate;
import org.accordledger.core.election.ElectionSource;
import org.accordledger.core.inquiry.InquiryAggregate;
import org.accordledger.core.series.SeriesAggregate;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.DefaultCommandBusSpanFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.tracing.SpanFactory;

/**
 * Axon's command bus with every aggregate of the domain. Wired by hand: Axon's auto-configuration
 * would fall back to in-memory parts without a word.
 */
public final class DomainCommandBus {
  /** Metadata key: the version the sender has seen, as a Long; absent if it does not matter. */
  public static final String EXPECTED_VERSION = "expected_version";

  /**
   * Metadata key: present if the stream a command begins is to be looked for first. Otherwise it is
   * taken to be new, which the store alone can know and will say.
   */
  public static final String LOOK_FIRST = "look_first";

  private final AsynchronousCommandBus bus;
  private final EventStore events;
  private final AggregateCache cache;
  private final ParameterResolverFactory parameters;

  private DomainCommandBus(
      AsynchronousCommandBus bus,
      EventStore events,
      AggregateCache cache,
      AccordTermsSource terms,
      OtherCaseSource cases,
      ElectionSource elections) {
    this.bus = bus;
    this.events = events;
    this.cache = cache;
    this.parameters =
        MultiParameterResolverFactory.ordered(
            ClasspathParameterResolverFactory.forClass(CaseAggregate.class),
            new SimpleResourceParameterResolverFactory(List.of(terms, cases, elections)));
  }

  /**
   * Makes the bus; whoever calls it ends it, and after that the threads.
   *
   * @param events where aggregates are read and their events appended
   * @param cache states of aggregates; to be emptied when somebody else appends
   * @param terms the accords' terms that cases are decided under
   * @param cases what a decision has to know of another case than its own
   * @param elections what a decision has to know of an election
   * @param threads where commands run; they wait there for their events to be durable
   * @param transactions begun around each command
   * @param monitor told of each command that is dispatched
   * @param spans makes spans of dispatching and of handling it
   */
  public static AsynchronousCommandBus over(
      EventStore events,
      AggregateCache cache,
      AccordTermsSource terms,
      OtherCaseSource cases,
      ElectionSource elections,
      Executor threads,
      TransactionManager transactions,
      MessageMonitor<? super CommandMessage<?>> monitor,
      SpanFactory spans) {
    AsynchronousCommandBus bus =
        AsynchronousCommandBus.builder()
            .executor(threads)
            .transactionManager(transactions)
            .messageMonitor(monitor)
            .spanFactory(DefaultCommandBusSpanFactory.builder().spanFactory(spans).build())
            .build();
    DomainCommandBus domain = new DomainCommandBus(bus, events, cache, terms, cases, elections);
    domain.subscribe(AccordAggregate.class);
    domain.subscribe(CaseAggregate.class);
    domain.subscribe(ElectionAggregate.class);
    domain.subscribe(SeriesAggregate.class);
    domain.subscribe(InquiryAggregate.class);
    return bus;
  }

  private <T> void subscribe(Class<T> type) {
    var _ =
        AggregateAnnotationCommandHandler.<T>builder()
            .aggregateType(type)
            .parameterResolverFactory(parameters)
            .commandTargetResolver(DomainCommandBus::target)
            .repository(new StreamRepository<>(type, events, cache, parameters))
            .build()
            .subscribe(bus);
  }

  private static VersionedAggregateIdentifier target(CommandMessage<?> message) {
    LedgerCommand command = (LedgerCommand) message.getPayload();
    Object expected = message.getMetaData().get(EXPECTED_VERSION);
    return new VersionedAggregateIdentifier(
        (Object) command.streamId(), expected instanceof Long version ? version : null);
  }
}
