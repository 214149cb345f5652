package org.accordledger.projections;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** What all projections of one node share: the log, the tokens, the transactions, the threads. */
final class ProjectionMachinery implements AutoCloseable {
  private final String node = UUID.randomUUID().toString();
  private final StreamableMessageSource<TrackedEventMessage<?>> log;
  private final ProjectionSettings settings;
  private final Function<String, MessageMonitor<? super EventMessage<?>>> monitors;
  private final EventSpans spans;
  private final Progress progress;
  private final DeadLetters deadLetters;
  private final BatchTransactions transactions;
  private final TokenStore tokens;
  private final List<CoordinatorThread> coordinators = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService workers;

  ProjectionMachinery(
      DataSource dataSource,
      StreamableMessageSource<TrackedEventMessage<?>> log,
      ProjectionSettings settings,
      int projections,
      Function<String, MessageMonitor<? super EventMessage<?>>> monitors,
      EventSpans spans) {
    this.monitors = monitors;
    this.spans = spans;
    this.log = log;
    this.settings = settings;
    this.progress = new Progress(dataSource);
    this.deadLetters = new DeadLetters(dataSource);
    this.transactions = new BatchTransactions(dataSource);
    this.tokens = tokenStore(dataSource, settings.claimTimeout(), node);
    this.workers =
        Executors.newScheduledThreadPool(
            projections, Thread.ofPlatform().daemon().name("projection-", 0).factory());
  }

  private static TokenStore tokenStore(DataSource dataSource, Duration claimTimeout, String node) {
    TokenSchema schema =
        TokenSchema.builder()
            .setTokenTable("token")
            .setProcessorNameColumn("projection")
            .setSegmentColumn("segment")
            .setTokenColumn("token")
            .setTokenTypeColumn("token_type")
            .setTimestampColumn("claimed_at")
            .setOwnerColumn("owner")
            .build();
    return JdbcTokenStore.builder()
        // inside a transaction this hands out the transaction's own connection
        .connectionProvider(new TransactionAwareDataSourceProxy(dataSource)::getConnection)
        .schema(schema)
        .serializer(Jackson3Serializer.builder().build())
        .claimTimeout(claimTimeout)
        .nodeId(node)
        .build();
  }

  PooledStreamingEventProcessor processor(
      String name, EventHandlerInvoker invoker, ErrorHandler onError) {
    CoordinatorThread coordinator = new CoordinatorThread(name);
    coordinators.add(coordinator);
    long claimMillis = settings.claimTimeout().toMillis();
    return PooledStreamingEventProcessor.builder()
        .name(name)
        .eventHandlerInvoker(invoker)
        .errorHandler(onError)
        .messageMonitor(monitors.apply(name))
        .messageSource(log)
        .tokenStore(tokens)
        .transactionManager(transactions)
        .coordinatorExecutor(coordinator)
        .workerExecutor(workers)
        .initialSegmentCount(1)
        .initialToken(ProjectionMachinery::tail)
        .batchSize(settings.batchSize())
        .claimExtensionThreshold(claimMillis / 3)
        .tokenClaimInterval(claimMillis / 3)
        .build();
  }

  private static @Nullable TrackingToken tail(StreamableMessageSource<TrackedEventMessage<?>> log) {
    return log.createTailToken();
  }

  StreamableMessageSource<TrackedEventMessage<?>> log() {
    return log;
  }

  Progress progress() {
    return progress;
  }

  DeadLetters deadLetters() {
    return deadLetters;
  }

  EventSpans spans() {
    return spans;
  }

  /** Last position of the log; -1 if it is empty. */
  long head() {
    TrackingToken head = log.createHeadToken();
    return head == null ? -1 : head.position().orElse(-1);
  }

  /** Whether a projection is another node's, which says itself how it fares with it. */
  boolean runsElsewhere(String projection) {
    Instant since = AbstractTokenEntry.clock.instant().minus(settings.claimTimeout());
    return progress.claimedByAnother(projection, node, since);
  }

  void inTransaction(Consumer<TokenStore> work) {
    transactions.executeInTransaction(() -> work.accept(tokens));
  }

  @Override
  public void close() {
    coordinators.forEach(CoordinatorThread::shutdownNow);
    workers.shutdownNow();
  }
}
