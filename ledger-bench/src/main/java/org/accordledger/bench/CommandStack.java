package org.accordledger.bench;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.accord.Accord;
import org.accordledger.core.accord.AccordAggregate;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.AccordTermsSource;
import org.accordledger.core.cases.CaseAggregate;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/**
 * Axon's command bus with the ledger's aggregates over some event store: the same for every
 * contender, so that only the stores differ.
 */
final class CommandStack implements AutoCloseable {
  private static final CommandTargetResolver BY_STREAM =
      command ->
          new VersionedAggregateIdentifier(
              (Object) ((LedgerCommand) command.getPayload()).streamId(), null);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AsynchronousCommandBus bus;
  private final EventStore store;
  private volatile CompletableFuture<AccordTerms> terms = new CompletableFuture<>();

  CommandStack(EventStore store, TransactionManager transactions) {
    this.store = store;
    this.bus =
        AsynchronousCommandBus.builder().executor(threads).transactionManager(transactions).build();
    register(AccordAggregate.class);
    register(CaseAggregate.class);
  }

  private <T> void register(Class<T> type) {
    AccordTermsSource source = accord -> terms.join();
    ParameterResolverFactory parameters =
        MultiParameterResolverFactory.ordered(
            ClasspathParameterResolverFactory.forClass(type),
            new SimpleResourceParameterResolverFactory(List.of(source)));
    AggregateAnnotationCommandHandler.<T>builder()
        .aggregateType(type)
        .repository(
            EventSourcingRepository.builder(type)
                .eventStore(store)
                .parameterResolverFactory(parameters)
                .cache(new WeakReferenceCache())
                .build())
        .commandTargetResolver(BY_STREAM)
        .parameterResolverFactory(parameters)
        .build()
        .subscribe(bus);
  }

  /** Brings the accord into force; to be called before the first case. */
  void prepare() {
    Workload.accord().forEach(command -> send(command).join());
    Accord accord =
        store
            .readEvents(Workload.ACCORD.value())
            .asStream()
            .map(message -> (AccordEvent) message.getPayload())
            .<Accord>reduce(null, Accord::evolve, (first, second) -> second);
    terms.complete(accord.terms());
  }

  /** Completes when the command's events are durable; fails when it was refused. */
  CompletableFuture<Void> send(LedgerCommand command) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    CommandMessage<LedgerCommand> message = GenericCommandMessage.asCommandMessage(command);
    bus.dispatch(
        message,
        (sent, result) -> {
          if (result.isExceptional()) {
            done.completeExceptionally(result.exceptionResult());
          } else {
            done.complete(null);
          }
        });
    return done;
  }

  @Override
  public void close() {
    bus.shutdown();
    threads.close();
  }
}
