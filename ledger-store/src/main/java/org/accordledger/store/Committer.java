package org.accordledger.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives positions. One thread takes what has queued, locks the head of the log, refuses the appends
 * that cannot stand, stores the others with one statement and answers when they are durable. Nobody
 * is told that something is stored, or that it is not, unless the database says so.
 */
final class Committer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Committer.class);
  private static final Duration IDLE = Duration.ofMillis(100);
  private static final int TRIES = 2;

  private final DataSource connections;
  private final LedgerStoreConfig config;
  private final InstantSource clock;
  private final News news;
  private final AppendListener listener;
  private final AppendQueue queue;
  private final Thread thread;
  private final StreamVersions streams = new StreamVersions();

  private @Nullable CommitSession session;
  private @Nullable LogHead head;
  private volatile int backendPid;
  private volatile int backendPidBefore;
  private volatile boolean available = true;
  private volatile boolean closing;
  private volatile boolean ended;

  Committer(
      DataSource connections,
      LedgerStoreConfig config,
      InstantSource clock,
      News news,
      AppendListener listener) {
    this.connections = connections;
    this.config = config;
    this.clock = clock;
    this.news = news;
    this.listener = listener;
    this.queue = new AppendQueue(config);
    this.thread = Thread.ofPlatform().name("ledger-committer").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Takes an append; it is answered when it is durable or refused, always within bounds. */
  void append(Append append) {
    if (closing) {
      append.refuse(new StoreUnavailable("The ledger is closing.", null));
    } else if (!available) {
      append.refuse(StoreUnavailable.down(null));
    } else if (!queue.offer(append)) {
      append.refuse(
          new StoreUnavailable("Too many commands are waiting to be stored: try again.", null));
    } else if (ended) {
      queue.refuseAll(new StoreUnavailable("The ledger is closing.", null));
    }
  }

  boolean available() {
    return available;
  }

  /**
   * True for the database process of this committer, by which its own notifications are told apart,
   * and for the one before it: what that one committed as its connection broke may be heard only
   * after the next one was begun.
   */
  boolean isOwn(int pid) {
    return pid == backendPid || pid == backendPidBefore;
  }

  private void run() {
    try {
      while (!closing || !queue.isEmpty()) {
        List<Append> appends = queue.take(IDLE);
        if (!appends.isEmpty()) {
          process(appends);
        } else if (!available) {
          tryToReconnect();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended = true;
      queue.refuseAll(new StoreUnavailable("The ledger is closing.", null));
      disconnect();
    }
  }

  private void process(List<Append> appends) throws InterruptedException {
    try {
      commit(appends);
    } catch (SQLException e) {
      disconnect();
      available = false;
      log.warn("The ledger cannot store: {}", e.getMessage());
      StoreUnavailable down = StoreUnavailable.down(e);
      appends.forEach(append -> append.refuse(down));
      queue.refuseAll(down);
    } catch (RuntimeException e) {
      disconnect();
      log.error("A batch failed for a reason that is not the database's.", e);
      appends.forEach(append -> append.refuse(new EventStoreException("Not stored.", e)));
    } catch (Error e) {
      log.error("A batch failed; nobody knows how far it came.", e);
      forgetEverything();
    } finally {
      appends.forEach(Committer::nobodyKnows);
    }
  }

  /** For an append that was tried and is unanswered: it is neither stored nor refused for sure. */
  private static void nobodyKnows(Append append) {
    if (!append.answer().isDone()) {
      append.refuse(new OutcomeUnknown(null));
    }
  }

  /**
   * Stores what can be stored. A connection may have died while it was idle, so a batch that is
   * surely not stored is tried once more on a fresh one.
   */
  private void commit(List<Append> appends) throws SQLException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        write(appends);
        return;
      } catch (SQLException e) {
        disconnect();
        if (isAboutTheData(e)) {
          isolate(appends, e);
          return;
        }
        if (attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  /**
   * Finds the append the database does not take, by giving each its own transaction. What is
   * unanswered after its turn is so because nobody knows: that has to be said before a later one
   * fails, which is said of all that are still unanswered.
   */
  private void isolate(List<Append> appends, SQLException reason)
      throws SQLException, InterruptedException {
    if (appends.size() == 1) {
      log.error("The database refused an append.", reason);
      appends.getFirst().refuse(new EventStoreException("The database refused it.", reason));
      return;
    }
    for (Append append : appends) {
      commit(List.of(append));
      nobodyKnows(append);
    }
  }

  private void write(List<Append> appends) throws SQLException, InterruptedException {
    long begin = System.nanoTime();
    CommitSession open = session();
    LogHead current = lockedHead(open);
    Set<String> streamIds = new HashSet<>();
    appends.forEach(append -> append.events().forEach(event -> streamIds.add(event.streamId())));
    Map<String, Long> versions = new HashMap<>(streams.known(streamIds));
    versions.putAll(open.streamVersions(StreamVersions.missing(streamIds, versions)));
    KnownKeys keys = open.keys(appends.stream().map(Append::key).filter(Objects::nonNull).toList());
    Batch batch =
        new Batch(
            config.origin(),
            current,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            versions,
            keys);
    appends.forEach(batch::add);
    if (batch.rows().isEmpty()) {
      open.rollback();
      batch.answerAll();
      return;
    }
    open.store(batch);
    if (isCommitted(open, batch)) {
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      long last = batch.after().size() - 1;
      listener.committed(new CommittedBatch(last, batch.rows().size(), appends.size(), took));
      publish(batch);
    }
  }

  private LogHead lockedHead(CommitSession open) throws SQLException {
    LogHead current = open.lockHead();
    LogHead mine = head;
    if (mine == null || current.size() != mine.size()) {
      streams.forget();
      if (mine != null) {
        listener.appendedElsewhere();
      }
      head = current;
      news.reached(current.size());
    }
    return current;
  }

  private void publish(Batch batch) {
    head = batch.after();
    streams.remember(batch.streamVersions());
    news.reached(batch.after().size());
    listener.appended(batch.changedStreams());
    batch.answerAll();
  }

  /**
   * Commits. When the connection breaks over it, only the database knows what happened, so it is
   * asked again until it answers or the time is over.
   *
   * @return false when nobody can know now; the appends then stay unanswered here
   * @throws SQLException when the batch is surely not stored
   */
  private boolean isCommitted(CommitSession open, Batch batch)
      throws SQLException, InterruptedException {
    try {
      open.commit();
      return true;
    } catch (SQLException broken) {
      disconnect();
      long deadline = System.nanoTime() + config.outcomeTimeout().toNanos();
      do {
        try {
          if (session().holds(batch)) {
            available = true;
            return true;
          }
          throw new NotStored(broken);
        } catch (NotStored e) {
          throw e;
        } catch (SQLException e) {
          disconnect();
          available = false;
          queue.refuseAll(StoreUnavailable.down(e));
          Thread.sleep(IDLE);
        }
      } while (System.nanoTime() < deadline);
      return false;
    }
  }

  /** As after a start: what the database says counts, and what others cached may be stale. */
  private void forgetEverything() {
    disconnect();
    head = null;
    streams.forget();
    listener.appendedElsewhere();
  }

  private void tryToReconnect() {
    try {
      lockedHead(session());
      session().rollback();
      available = true;
      log.info("The ledger can store again.");
    } catch (SQLException e) {
      disconnect();
      log.debug("Still no database", e);
    }
  }

  private CommitSession session() throws SQLException {
    CommitSession open = session;
    if (open == null) {
      open = new CommitSession(connections.getConnection());
      session = open;
      backendPidBefore = backendPid;
      backendPid = open.backendPid();
    }
    return open;
  }

  private void disconnect() {
    CommitSession open = session;
    session = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        log.debug("A broken connection did not close", e);
      }
    }
  }

  /**
   * Classes 22 (data exception), 23 (constraint violation) and 54 (limit exceeded): another try
   * changes nothing.
   */
  private static boolean isAboutTheData(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
  }

  /** Finishes what has queued and ends. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(config.statementTimeout().plus(config.outcomeTimeout()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The connection broke over the commit, and the database says that the batch is not in. */
  private static final class NotStored extends SQLException {
    NotStored(SQLException cause) {
      super(cause.getMessage(), cause.getSQLState(), cause);
    }
  }
}
