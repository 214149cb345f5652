package org.accordledger.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of the appends of other nodes, on a connection of its own. Whatever it may have missed
 * while it was not connected, it looks up when it is connected again.
 */
final class HeadListener implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HeadListener.class);

  /** Also how often a connection that died without a word is found out. */
  private static final int HEARTBEAT_MILLIS = 2_000;

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

  private static final Duration FIRST_TRY = Duration.ofSeconds(5);

  private final DataSource connections;
  private final News news;
  private final AppendListener listener;
  private final IntPredicate isOwn;
  private final CountDownLatch listening = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable Connection current;

  HeadListener(DataSource connections, News news, AppendListener listener, IntPredicate isOwn) {
    this.connections = connections;
    this.news = news;
    this.listener = listener;
    this.isOwn = isOwn;
    this.thread = Thread.ofPlatform().name("ledger-listener").daemon().unstarted(this::run);
  }

  /**
   * Starts, and waits until it listens: what others append from then on is heard. If that takes too
   * long, it goes on trying by itself, and what was missed is looked up.
   */
  void start() {
    thread.start();
    try {
      if (!listening.await(FIRST_TRY.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("The ledger does not hear yet what other nodes append; it goes on trying.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    boolean first = true;
    try {
      do {
        try (Connection connection = connections.getConnection()) {
          current = connection;
          listen(connection, first);
        } catch (SQLException e) {
          log.debug("No connection to listen on", e);
        }
        first = false;
      } while (!closed.await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen(Connection connection, boolean first) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen ledger_appended");
      lookUp(statement);
      listening.countDown();
      if (!first) {
        listener.appendedElsewhere();
      }
      PGConnection notified = connection.unwrap(PGConnection.class);
      while (closed.getCount() > 0) {
        PGNotification[] notifications = notified.getNotifications(HEARTBEAT_MILLIS);
        if (notifications == null || notifications.length == 0) {
          lookUp(statement);
        } else {
          hear(notifications);
        }
      }
    }
  }

  private void lookUp(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("select size from ledger.log_head")) {
      row.next();
      news.reached(row.getLong(1));
    }
  }

  private void hear(PGNotification[] notifications) {
    boolean elsewhere = false;
    for (PGNotification notification : notifications) {
      news.reached(Long.parseLong(notification.getParameter()));
      elsewhere |= !isOwn.test(notification.getPID());
    }
    if (elsewhere) {
      listener.appendedElsewhere();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    Connection open = current;
    try {
      if (open != null) {
        open.abort(Runnable::run);
      }
      thread.join(HEARTBEAT_MILLIS);
    } catch (SQLException e) {
      log.debug("The listening connection did not close", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
