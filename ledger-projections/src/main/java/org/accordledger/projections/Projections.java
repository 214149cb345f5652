package org.accordledger.projections;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.BadSqlGrammarException;

/**
 * Runs projections on one node, each on an Axon pooled streaming processor of its own, from the
 * tail of the log. Where several nodes run the same projection, one of them has it and another
 * takes over when that one falls silent.
 */
public final class Projections implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Projections.class);
  private static final int PING_SECONDS = 2;

  private final DataSource dataSource;
  private final InstantSource clock;
  private final ViewsSchema views;
  // null where other nodes keep the views
  private final @Nullable UnaryOperator<List<String>> share;
  private final LongSupplier head;
  private final CatchUp catchUp;
  private final ProjectionMachinery machinery;
  private final Map<String, RunningProjection> running = new LinkedHashMap<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("projection-watch").factory());
  // both are touched by start() before the watch runs, then by the watch alone
  private boolean reachable = true;
  private boolean migrated;

  /**
   * Prepares the projections; {@link #start} starts them.
   *
   * @param dataSource the database of the views; a pool with at least two connections for each
   *     projection
   * @param log the events, as domain event messages with a ledger event as payload and the position
   *     as token
   * @param clock tells the age of what is not applied yet
   */
  public Projections(
      DataSource dataSource,
      StreamableMessageSource<TrackedEventMessage<?>> log,
      List<? extends Projection> projections,
      ProjectionSettings settings,
      InstantSource clock) {
    this(
        dataSource,
        log,
        projections,
        settings,
        clock,
        name -> NoOpMessageMonitor.instance(),
        EventSpans.NONE);
  }

  /**
   * Prepares projections that are measured and traced, and all run here unless another node has
   * them.
   *
   * @param monitors gives Axon's monitor for the events of the projection of a name
   * @param spans makes a span of each event that a projection applies
   */
  public Projections(
      DataSource dataSource,
      StreamableMessageSource<TrackedEventMessage<?>> log,
      List<? extends Projection> projections,
      ProjectionSettings settings,
      InstantSource clock,
      Function<String, MessageMonitor<? super EventMessage<?>>> monitors,
      EventSpans spans) {
    this(dataSource, log, projections, settings, clock, monitors, spans, names -> names);
  }

  /**
   * Prepares projections that are measured, traced and shared with other nodes.
   *
   * @param share which of all projections, by name, are to run here; asked every second. Where two
   *     nodes think so, the claim decides, and where none does, the projection waits
   */
  public Projections(
      DataSource dataSource,
      StreamableMessageSource<TrackedEventMessage<?>> log,
      List<? extends Projection> projections,
      ProjectionSettings settings,
      InstantSource clock,
      Function<String, MessageMonitor<? super EventMessage<?>>> monitors,
      EventSpans spans,
      UnaryOperator<List<String>> share) {
    this(dataSource, log, projections, settings, clock, monitors, spans, share, null);
  }

  private Projections(
      DataSource dataSource,
      StreamableMessageSource<TrackedEventMessage<?>> log,
      List<? extends Projection> projections,
      ProjectionSettings settings,
      InstantSource clock,
      Function<String, MessageMonitor<? super EventMessage<?>>> monitors,
      EventSpans spans,
      @Nullable UnaryOperator<List<String>> share,
      @Nullable LongSupplier head) {
    this.dataSource = dataSource;
    this.views = settings.views();
    this.share = share;
    this.clock = clock;
    this.machinery =
        new ProjectionMachinery(dataSource, log, settings, projections.size(), monitors, spans);
    this.head = head == null ? machinery::head : head;
    this.catchUp = new CatchUp(views.name());
    for (Projection projection : projections) {
      running.put(projection.name(), new RunningProjection(projection, machinery));
    }
  }

  /**
   * Projections that nodes of their own run in a database, and this one only looks at: where they
   * stand, and when they have reached a position. Their tables are those nodes' to make.
   *
   * @param log what their lag is measured against; nothing of it is applied
   * @param head last position that those nodes could apply: an event that has not come to them does
   *     not make their views unready
   */
  public static Projections elsewhere(
      DataSource dataSource,
      StreamableMessageSource<TrackedEventMessage<?>> log,
      List<? extends Projection> projections,
      ProjectionSettings settings,
      InstantSource clock,
      LongSupplier head) {
    return new Projections(
        dataSource,
        log,
        projections,
        settings,
        clock,
        name -> NoOpMessageMonitor.instance(),
        EventSpans.NONE,
        null,
        head);
  }

  /**
   * Starts every projection. If the database cannot be reached it says so and keeps trying until it
   * can.
   */
  public void start() {
    look();
    var _ = watch.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  /**
   * Starts what does not run, lets what a crash of the database took back be read again, and when
   * the database is back after an outage, retries at once what Axon would retry only after up to a
   * minute.
   */
  private void look() {
    try {
      boolean before = reachable;
      reachable = ping();
      if (reachable) {
        if (share != null) {
          keepUp(share, !before);
        }
        lookHowFar();
      } else if (before) {
        LOG.error(
            "Projections stand still: the database cannot be reached; they go on by themselves when"
                + " it is back");
      }
    } catch (RuntimeException e) {
      // somebody may have dropped the views
      migrated &= !(e instanceof BadSqlGrammarException);
      LOG.error("Projections cannot start and try again by themselves: {}", e.getMessage());
    }
  }

  private void keepUp(UnaryOperator<List<String>> shared, boolean afterOutage) {
    if (!migrated) {
      views.migrate(dataSource);
      migrated = true;
    }
    List<String> here = shared.apply(names());
    for (RunningProjection projection : running.values()) {
      if (!here.contains(projection.name())) {
        projection.stop();
        continue;
      }
      projection.start();
      projection.readAgainWhatIsLost();
      if (afterOutage) {
        projection.retryNow();
      }
    }
  }

  private void lookHowFar() {
    if (catchUp.building() == null) {
      return;
    }
    try {
      long applied =
          running.values().stream().mapToLong(RunningProjection::position).min().orElse(-1);
      catchUp.look(applied, head.getAsLong(), System.nanoTime());
    } catch (BadSqlGrammarException e) {
      // of views that other nodes keep, the first of those makes the tables
      catchUp.absent();
    }
  }

  private boolean ping() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(PING_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * Waits until a projection has applied a position.
   *
   * @return false if the time ran out first
   */
  public boolean awaitPosition(String projection, long position, Duration limit)
      throws InterruptedException {
    return named(projection).await(position, limit);
  }

  /** The names of the projections. */
  public List<String> names() {
    return List.copyOf(running.keySet());
  }

  /** How often since the start a projection could not apply what came next. */
  public long failures(String projection) {
    return named(projection).failures();
  }

  /**
   * How far the views are, in one sentence, until they first have everything that was in the log
   * when this node started; null from then on. Until then nobody should be sent here to read.
   */
  public @Nullable String building() {
    return catchUp.building();
  }

  /** Where the rows are. */
  public ViewsSchema views() {
    return views;
  }

  /** Where every projection stands, in the order given at construction. */
  public List<ProjectionStatus> status() {
    return running.values().stream().map(projection -> projection.status(clock)).toList();
  }

  /** Where one projection stands. */
  public ProjectionStatus status(String projection) {
    return named(projection).status(clock);
  }

  /**
   * Forgets what a projection holds and replays the log from position 0. Reads answer from what is
   * replayed so far and say so by their position.
   *
   * @throws org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException if it runs on
   *     another node
   */
  public void rebuild(String projection) {
    named(projection).rebuild();
  }

  private RunningProjection named(String projection) {
    RunningProjection found = running.get(projection);
    if (found == null) {
      throw new IllegalArgumentException(
          "there is no projection " + projection + "; there are " + running.keySet());
    }
    return found;
  }

  /** Stops every projection; a batch under way is finished or rolled back. */
  @Override
  public void close() {
    watch.shutdownNow();
    running.values().forEach(RunningProjection::stop);
    machinery.close();
  }
}
