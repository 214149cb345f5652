package org.accordledger.store.publish;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.NotProvenException;
import org.accordledger.log.note.VerifierKey;
import org.accordledger.log.proof.InclusionProof;
import org.accordledger.log.proof.Receipt;
import org.accordledger.log.proof.TileNodes;
import org.accordledger.log.tile.TileSource;
import org.accordledger.store.LedgerStore;
import org.accordledger.store.LogConnection;
import org.accordledger.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a store's log into a directory for as long as it is open: a checkpoint soon after there
 * is news, at most one in each interval. An outage of the database or the disk is waited out; a
 * contradiction ends it, and what was published stays served.
 *
 * <p>Several nodes may publish one database, each into a directory of its own, with copies of the
 * same keys. The store has to stay open for longer than its publisher.
 */
public final class LogPublisher implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LogPublisher.class);

  /** How often it is looked whether another node published, or whether an outage is over. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(1);

  private static final Duration BETWEEN_FAILURES = Duration.ofMillis(250);
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(30);

  private final LedgerStore store;
  private final LogConnection database;
  private final SigningKeys keys;
  private final Witnesses witnesses;
  private final Publication publication;
  private final Duration interval;
  private final LogDirectory directory;
  private final TileSource tiles;
  private final Thread thread;
  private final Runnable onGrowth = this::wake;

  /** Held from signing to serving: keys change only between two checkpoints. */
  private final ReentrantLock turn = new ReentrantLock();

  private final ReentrantLock lock = new ReentrantLock();

  /** For the publisher's own thread, which is woken at every commit. */
  private final Condition news = lock.newCondition();

  /** For all who wait for a receipt, and are woken only when there may be one. */
  private final Condition published = lock.newCondition();

  private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();

  private SignedCheckpoint latest;
  private PublisherState state;
  private boolean woken = true;
  private boolean closed;

  private LogPublisher(
      LedgerStore store, LogDirectory directory, SigningKeys keys, LogPublisherConfig config) {
    this.store = store;
    this.keys = keys;
    this.interval = config.interval();
    this.directory = directory;
    this.tiles = new TileCache(directory);
    this.database = store.logConnection();
    this.witnesses = new Witnesses(config.witnesses(), tiles, this::wake);
    this.publication =
        new Publication(
            database,
            directory,
            keys,
            store.origin(),
            InstantSource.system(),
            config.partialGrace(),
            witnesses,
            PublishingListener.NONE);
    this.thread = Thread.ofPlatform().name("ledger-publisher").daemon().unstarted(this::run);
    try {
      this.latest = publication.start();
    } catch (RuntimeException e) {
      release();
      throw e;
    }
    this.state = PublisherState.up(latest.size());
  }

  /**
   * Checks the whole log against what was signed, publishes what is stored by now, and goes on
   * doing so.
   *
   * @throws LogContradiction when the database, the files and what was signed do not agree; the
   *     message names the first wrong position and what to do
   * @throws StoreUnavailable when the database does not answer
   */
  public static LogPublisher start(
      LedgerStore store, LogDirectory directory, SigningKeys keys, LogPublisherConfig config) {
    LogPublisher publisher = new LogPublisher(store, directory, keys, config);
    store.onGrowth(publisher.onGrowth);
    publisher.thread.start();
    return publisher;
  }

  /** The checkpoint that is served. */
  public SignedCheckpoint latest() {
    lock.lock();
    try {
      return latest;
    } finally {
      lock.unlock();
    }
  }

  /** How publishing goes. */
  public PublisherState state() {
    lock.lock();
    try {
      return state;
    } finally {
      lock.unlock();
    }
  }

  /**
   * From now on this is told how many entries are published, after every round that serves them, on
   * the publisher's thread: be quick.
   */
  public void onPublished(LongConsumer listener) {
    listeners.add(listener);
  }

  /** How asking each witness goes. */
  public List<WitnessState> witnesses() {
    return witnesses.states();
  }

  /**
   * Waits until the entry at this position is published; false when the time is over first, or
   * publishing has ended.
   */
  public boolean awaitPublished(long position, Duration timeout) throws InterruptedException {
    long left = timeout.toNanos();
    lock.lockInterruptibly();
    try {
      while (latest.size() <= position && !ended()) {
        if (left <= 0) {
          return false;
        }
        left = published.awaitNanos(left);
      }
      return latest.size() > position;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The receipt of the entry at a position, by the latest checkpoint; empty until published.
   *
   * @throws LogContradiction when the files do not prove it, because somebody changed them: this
   *     also ends publishing, so that it is seen
   */
  public Optional<Receipt> receipt(long position) {
    SignedCheckpoint published = latest();
    if (position < 0 || position >= published.size()) {
      return Optional.empty();
    }
    TileNodes nodes = new TileNodes(published.size(), tiles);
    try {
      InclusionProof proof = InclusionProof.build(position, published.size(), nodes);
      proof.verify(nodes.at(0, position), published.size(), published.checkpoint().root());
      return Optional.of(Receipt.of(proof, published.note()));
    } catch (NotProvenException | LogFormatException | MissingFile e) {
      LogContradiction changed =
          LogContradiction.at(
              position,
              ("The files of the log do not prove the entry at position %d: somebody changed them."
                      + " Start the ledger again, so that all of them are checked.")
                  .formatted(position));
      throw stop(changed);
    }
  }

  /**
   * Ends publishing at what somebody else has found: entries that the database does not have any
   * more.
   *
   * @param position of the first one that is missing
   */
  public LogContradiction stopAtMissing(long position) {
    return stop(
        LogContradiction.at(
            position,
            ("The database lacks the entry at position %d, which is published: restore a copy that"
                    + " has it.")
                .formatted(position)));
  }

  private LogContradiction stop(LogContradiction found) {
    fail(PublisherState.stopped(latest().size(), String.valueOf(found.getMessage())), found);
    return found;
  }

  /**
   * Begins to sign with a new key, beside the former one; see {@link SigningKeys#rotate}. The
   * served checkpoint is signed by both soon after.
   */
  public VerifierKey rotateKey() {
    turn.lock();
    try {
      requireLatestInFile();
      VerifierKey next = keys.rotate();
      wake();
      return next;
    } finally {
      turn.unlock();
    }
  }

  /** The new key signs from the size that is served, so that has to be the one published last. */
  private void requireLatestInFile() {
    byte[] published = latest().note().bytes();
    if (!directory.checkpoint().map(file -> Arrays.equals(file, published)).orElse(false)) {
      throw new SigningKeysProblem(
          "The file checkpoint is not the one that was published: find out who changed it, and"
              + " start the ledger again.");
    }
  }

  /** Ends the signing of a former key; see {@link SigningKeys#retire}. */
  public void retireKey(String id) {
    turn.lock();
    try {
      requireLatestInFile();
      keys.retire(id);
    } finally {
      turn.unlock();
    }
  }

  private void wake() {
    lock.lock();
    try {
      woken = true;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (true) {
        long begin = System.nanoTime();
        Duration pause = round() ? interval : longer(interval, BETWEEN_FAILURES);
        if (!awaitTurn(begin + pause.toNanos())) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** Waits for news, but for the end of the interval in any case; false when it is over. */
  private boolean awaitTurn(long earliest) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!ended() && System.nanoTime() < earliest) {
        news.awaitNanos(earliest - System.nanoTime());
      }
      long left = HEARTBEAT.toNanos();
      while (!ended() && !woken && left > 0) {
        left = news.awaitNanos(left);
      }
      woken = false;
      return !ended();
    } finally {
      lock.unlock();
    }
  }

  private boolean ended() {
    return closed || state.condition() == PublisherState.Condition.STOPPED;
  }

  private boolean round() {
    turn.lock();
    try {
      SignedCheckpoint served = publication.round();
      publish(served, publication.behind());
      listeners.forEach(listener -> listener.accept(served.size()));
      return true;
    } catch (LogContradiction e) {
      fail(PublisherState.stopped(latest().size(), String.valueOf(e.getMessage())), e);
    } catch (StoreUnavailable | UncheckedIOException e) {
      fail(PublisherState.waiting(latest().size(), String.valueOf(e.getMessage())), e);
    } catch (RuntimeException | Error e) {
      String sentence = "Publishing fails, and the reason is in the ledger's log.";
      fail(PublisherState.waiting(latest().size(), sentence), e);
    } finally {
      turn.unlock();
    }
    return false;
  }

  private void publish(SignedCheckpoint served, boolean behind) {
    lock.lock();
    try {
      if (state.condition() == PublisherState.Condition.WAITING) {
        log.info("The log is published again.");
      }
      latest = served;
      woken |= behind;
      if (state.condition() != PublisherState.Condition.STOPPED) {
        state = PublisherState.up(served.size());
      }
      published.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void fail(PublisherState failed, Throwable reason) {
    lock.lock();
    try {
      if (state.condition() == PublisherState.Condition.STOPPED) {
        return;
      }
      if (failed.condition() == PublisherState.Condition.STOPPED) {
        log.error("The log is not published any more: {}", reason.getMessage());
      } else if (!failed.equals(state)) {
        log.warn("The log is not published at the moment; it is tried again.", reason);
      }
      state = failed;
      woken = true;
      news.signalAll();
      published.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Publishes what is stored, if the database lets it, and ends. What could not be published is at
   * the next start.
   */
  @Override
  public void close() {
    store.offGrowth(onGrowth);
    lock.lock();
    try {
      closed = true;
      news.signalAll();
      published.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(LONGEST_ROUND);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!thread.isAlive() && store.knownSize() > latest().size() && !stopped()) {
      round();
    }
    release();
  }

  private boolean stopped() {
    return state().condition() == PublisherState.Condition.STOPPED;
  }

  private void release() {
    witnesses.close();
    database.close();
  }
}
