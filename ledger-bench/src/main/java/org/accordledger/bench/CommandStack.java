package org.accordledger.bench;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.accordledger.api.bus.AggregateCache;
import org.accordledger.api.bus.DomainCommandBus;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.accord.Accord;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordTerms;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.tracing.NoOpSpanFactory;

/**
 * The application's own command bus over some event store: the same for every contender, so that
 * only the stores differ.
 */
final class CommandStack implements AutoCloseable {
  private static final int STATES_KEPT = 20_000;

  // as the application has them
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AsynchronousCommandBus bus;
  private final EventStore store;
  private final CompletableFuture<AccordTerms> terms = new CompletableFuture<>();

  CommandStack(EventStore store, TransactionManager transactions) {
    this.store = store;
    this.bus =
        DomainCommandBus.over(
            store,
            new AggregateCache(STATES_KEPT),
            accord -> terms.join(),
            other -> Optional.empty(),
            election -> Optional.empty(),
            threads,
            transactions,
            NoOpMessageMonitor.instance(),
            NoOpSpanFactory.INSTANCE);
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
