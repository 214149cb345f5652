package org.accordledger.api.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.accordledger.api.LedgerApplication;
import org.accordledger.api.LedgerSettings;
import org.accordledger.api.RunningLedger;
import org.accordledger.api.embedded.DataDirectory;
import org.accordledger.api.embedded.DatabaseAccess;
import org.accordledger.api.embedded.EmbeddedDatabase;
import org.accordledger.api.security.AccessTokens;

/**
 * The whole ledger in this process: data directory, database, server. Stops in reverse order,
 * however the process is asked to stop.
 */
final class AllInOne implements AutoCloseable {
  private static final Duration OPENING = Duration.ofMinutes(2);
  private static final Duration PUBLISHING = Duration.ofSeconds(30);
  private static final String WITNESSES = "LEDGER_WITNESSES";
  private static final String LOG_FORMAT = "LEDGER_LOG_FORMAT";
  private static final String VIEWS = "LEDGER_VIEWS";

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Thread stopper = new Thread(this::stop, "stop");
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final DataDirectory directory;
  private final RunningLedger server;

  private AllInOne(Path data, ServerOptions options) {
    Optional<DatabaseAccess> external = ExternalDatabase.of(System.getenv());
    Runtime.getRuntime().addShutdownHook(stopper);
    try {
      InetAddress bind = options.bindAddress();
      requireFree(bind, options.port());
      directory = add(DataDirectory.open(data));
      external.ifPresent(ExternalDatabase::requireReachable);
      DatabaseAccess database =
          external.isPresent() ? external.get() : add(EmbeddedDatabase.start(directory)).access();
      server =
          add(LedgerApplication.start(LedgerSettings.of(settings(database, options.port(), bind))));
      awaitReady();
      OperatorToken operator = new OperatorToken(server.tokens(), directory);
      if (external.isPresent()) {
        operator.renewBesideOthers();
      } else {
        operator.renewAlone();
      }
      directory.announce(server.address().toString());
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private Map<String, String> settings(DatabaseAccess database, int port, InetAddress bind) {
    Map<String, String> settings = new HashMap<>(KafkaEnvironment.settings(System.getenv()));
    settings.putAll(TraceEnvironment.settings(System.getenv()));
    settings.put("ledger.db-url", database.jdbcUrl());
    settings.put("ledger.db-user", database.user());
    settings.put("ledger.db-password", database.password());
    ExternalDatabase.ofReads(System.getenv())
        .ifPresent(
            reads -> {
              settings.put("ledger.reads-db-url", reads.jdbcUrl());
              settings.put("ledger.reads-db-user", reads.user());
              settings.put("ledger.reads-db-password", reads.password());
            });
    settings.put("ledger.port", Integer.toString(port));
    settings.put("ledger.bind-address", bind.getHostAddress());
    settings.put("ledger.data-directory", directory.path().toString());
    settings.put("ledger.witnesses", System.getenv().getOrDefault(WITNESSES, ""));
    settings.put("ledger.log-format", logFormat());
    settings.put("ledger.views", views());
    return settings;
  }

  /**
   * Starts everything and waits until it answers.
   *
   * @throws RuntimeException with a sentence for the user if something is missing or busy
   */
  static AllInOne start(Path data, ServerOptions options) {
    return new AllInOne(data, options);
  }

  DataDirectory directory() {
    return directory;
  }

  URI address() {
    return server.address();
  }

  AccessTokens tokens() {
    return server.tokens();
  }

  /** Waits until the event at this position is in the published log. */
  void awaitPublished(long position) {
    try {
      if (!server.awaitPublished(position, PUBLISHING)) {
        throw new CommandProblem(
            "position " + position + " was not published in time; the ledger's log says why");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandProblem("stopped while the log was being published");
    }
  }

  /** What the environment says of the form of the log; the default where it says nothing. */
  static String logFormat() {
    return System.getenv().getOrDefault(LOG_FORMAT, "text");
  }

  /** What the environment says of the schema of the views; empty where it says nothing. */
  static String views() {
    return System.getenv().getOrDefault(VIEWS, "").strip();
  }

  private synchronized <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  private void awaitReady() {
    try {
      if (!server.awaitReady(OPENING)) {
        throw new CommandProblem(
            "the ledger did not open within two minutes; what it waits for is said above");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandProblem("stopped while starting");
    }
  }

  private static void requireFree(InetAddress address, int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(address, port));
    } catch (IOException e) {
      throw new CommandProblem(
          "port "
              + port
              + " on "
              + address.getHostAddress()
              + " cannot be had: it is in use, or this machine has no such address; choose others"
              + " with --port and --bind");
    }
  }

  /** Waits until the process is told to stop. */
  void join() {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void stop() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        System.err.println("ledger: while stopping: " + e.getMessage());
      }
    }
    stopped.countDown();
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(stopper);
    } catch (IllegalStateException alreadyStopping) {
      // the hook runs, and finds nothing left to stop
    }
  }
}
