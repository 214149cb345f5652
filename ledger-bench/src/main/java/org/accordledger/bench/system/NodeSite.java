package org.accordledger.bench.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * PostgreSQL, Kafka and nodes of projections, each a process of its own on loopback, to measure the
 * nodes: they come to Kafka by a proxy, so that they can wait for the start.
 */
public final class NodeSite implements AutoCloseable {
  private static final Duration STARTING = Duration.ofMinutes(2);
  private static final String CLI = "org.accordledger.api.cli.Ledger";
  private static final int HEAP_MEBIBYTES = 512;

  private final Path directory;
  private final Health health = new Health();
  private final Deque<AutoCloseable> closing = new ArrayDeque<>();
  private final Thread hook = new Thread(this::closeAll, "nodes-end");
  private final PostgresPart postgres;
  private final TcpProxy network;
  private final JavaPart kafka;
  private final List<JavaPart> nodes = new ArrayList<>();

  private NodeSite(Path directory) {
    this.directory = directory;
    this.postgres =
        new PostgresPart(directory.resolve("postgres"), log("postgres"), Site.freePort());
    int port = Site.freePort();
    this.network = new TcpProxy("nodes to Kafka", port);
    this.kafka = KafkaFiles.part(directory, log("kafka"), port, network.port());
    Runtime.getRuntime().addShutdownHook(hook);
    List.of(health, postgres, network, kafka).forEach(closing::push);
  }

  /**
   * Starts PostgreSQL and Kafka.
   *
   * @param directory new or empty; what every part writes is in {@code logs} in it
   */
  public static NodeSite start(Path directory) {
    try {
      Files.createDirectories(directory.resolve("logs"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    NodeSite site = new NodeSite(directory);
    try {
      site.postgres.start();
      KafkaFiles.format(directory, site.log("kafka"));
      site.kafka.start();
    } catch (RuntimeException | Error e) {
      site.close();
      throw e;
    }
    return site;
  }

  /** Makes a database; the user is {@code postgres}, and has no password. */
  public String createDatabase(String name) {
    try (Connection connection = postgres.database("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.port(), name);
  }

  public DataSource database(String name) {
    return postgres.database(name);
  }

  /** Brokers of Kafka. */
  public String kafka() {
    return "127.0.0.1:" + network.port();
  }

  /** Cuts everybody off from Kafka. */
  public void cutOff() {
    network.cut();
  }

  /** Lets everybody to Kafka again. */
  public void connect() {
    network.open();
  }

  /**
   * Starts nodes on one database, and waits until they answer.
   *
   * @param databaseUrl of {@link #createDatabase}
   */
  public void startNodes(int count, String databaseUrl) {
    List<URI> addresses = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      int port = Site.freePort();
      String name = "projections-%d-of-%d".formatted(number, count);
      addresses.add(URI.create("http://127.0.0.1:" + port));
      JavaPart node =
          new JavaPart(
              name,
              log(name),
              JavaPart.optimised(
                  CLI, HEAP_MEBIBYTES, "projections", "--port", Integer.toString(port)),
              Map.of(
                  "LEDGER_DB_URL",
                  databaseUrl,
                  "LEDGER_DB_USER",
                  "postgres",
                  "LEDGER_KAFKA_BOOTSTRAP",
                  kafka()));
      closing.push(node);
      nodes.add(node);
      node.start();
    }
    if (!Health.await(STARTING, () -> addresses.stream().allMatch(health::ready))) {
      throw new IllegalStateException(
          "not ready within %d s: %s".formatted(STARTING.toSeconds(), addresses));
    }
  }

  /** Processor time of all nodes since they were started. */
  public Duration processorTime() {
    return nodes.stream().map(JavaPart::processorTime).reduce(Duration.ZERO, Duration::plus);
  }

  public void stopNodes() {
    nodes.forEach(JavaPart::stop);
    nodes.clear();
  }

  private Path log(String name) {
    return directory.resolve("logs").resolve(name + ".log");
  }

  private synchronized void closeAll() {
    while (!closing.isEmpty()) {
      try {
        closing.pop().close();
      } catch (Exception e) {
        System.err.println("nodes: while ending: " + e.getMessage());
      }
    }
  }

  @Override
  public void close() {
    closeAll();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // the hook runs, and finds nothing left
    }
  }
}
