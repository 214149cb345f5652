package org.accordledger.bench.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The system as it runs on several machines: two nodes on one PostgreSQL, Kafka, and nodes of
 * projections. Every part is a process of its own on loopback; to PostgreSQL and Kafka they come by
 * a proxy each, which is the network.
 */
final class Site implements AutoCloseable {
  /** The ledger's own database. */
  static final String LEDGER = "ledger";

  /** The database of the nodes of projections. */
  static final String VIEWS = "views";

  static final String TOPIC = "ledger.events";

  private static final Duration STARTING = Duration.ofMinutes(4);
  private static final String CLI = "org.accordledger.api.cli.Ledger";
  private static final int NODES = 2;

  private static final int NODE_HEAP = 384;

  private final Path directory;
  private final @Nullable Path former;
  private final Health health = new Health();
  private final Deque<AutoCloseable> closing = new ArrayDeque<>();
  private final Thread hook = new Thread(this::closeAll, "faults-end");
  private final Map<String, JavaPart> javaParts = new LinkedHashMap<>();
  private final Map<String, List<String>> commands = new HashMap<>();
  private final List<TcpProxy> links = new ArrayList<>();
  private final List<URI> nodes = new ArrayList<>();
  private final Map<String, URI> addresses = new LinkedHashMap<>();
  private final PostgresPart postgres;
  private final TcpProxy kafkaLink;

  private Site(Path directory, @Nullable Path former) {
    this.directory = directory;
    this.former = former;
    this.postgres = new PostgresPart(directory.resolve("postgres"), log("postgres"), freePort());
    Runtime.getRuntime().addShutdownHook(hook);
    closing.push(postgres);
    closing.push(health);
    int kafkaPort = freePort();
    this.kafkaLink = link("all to Kafka", kafkaPort);
    javaPart(KafkaFiles.part(directory, log("kafka"), kafkaPort, kafkaLink.port()));
  }

  /**
   * Starts everything and waits until all of it is well.
   *
   * @param directory new or empty; what every part writes is in {@code logs} in it
   * @param projectionNodes nodes of projections on one database
   */
  static Site start(Path directory, int projectionNodes) {
    return start(directory, projectionNodes, null);
  }

  /**
   * The same with ledger nodes of a former version, and no nodes of projections yet.
   *
   * @param jar the application of that version
   */
  static Site startFormer(Path directory, Path jar) {
    return start(directory, 0, jar);
  }

  private static Site start(Path directory, int projectionNodes, @Nullable Path former) {
    try {
      Files.createDirectories(directory.resolve("logs"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Site site = new Site(directory, former);
    try {
      site.startAll(projectionNodes);
    } catch (RuntimeException | Error e) {
      site.close();
      throw e;
    }
    return site;
  }

  private void startAll(int projectionNodes) {
    postgres.start();
    createDatabase(LEDGER);
    createDatabase(VIEWS);
    KafkaFiles.format(directory, log("kafka"));
    part("Kafka").start();
    for (int number = 1; number <= NODES; number++) {
      node(number);
    }
    for (int number = 1; number <= projectionNodes; number++) {
      projections(number);
    }
    javaParts.values().forEach(JavaPart::start);
    awaitWell(STARTING);
  }

  /** A node; the first one makes the keys that sign the log, and all sign with them. */
  private void node(int number) {
    String name = "api-" + number;
    if (number > 1) {
      awaitWell(STARTING);
      copyKeys(directory.resolve("api-1"), directory.resolve(name));
    }
    int port = freePort();
    TcpProxy link = link(name + " to PostgreSQL", postgres.port());
    nodes.add(address(port));
    addresses.put(name, address(port));
    String data = directory.resolve(name).toString();
    String[] serve = {"serve", "--data", data, "--port", Integer.toString(port)};
    List<String> current = JavaPart.command(CLI, NODE_HEAP, serve);
    commands.put(name, current);
    javaPart(
        new JavaPart(
            name,
            log(name),
            former == null ? current : JavaPart.ofJar(former, NODE_HEAP, serve),
            environment(link.port(), LEDGER)));
    part(name).start();
  }

  /** Stops a node of the former version, and starts one of this version in its place. */
  void upgrade(String node) {
    JavaPart part = part(node);
    part.stop();
    part.become(Objects.requireNonNull(commands.get(node)));
    part.start();
  }

  /** Starts nodes of projections beside what runs. */
  void startProjections(int count) {
    for (int number = 1; number <= count; number++) {
      projections(number);
      part("projections-" + number).start();
    }
  }

  private void projections(int number) {
    String name = "projections-" + number;
    TcpProxy link = link(name + " to PostgreSQL", postgres.port());
    javaPart(projections(name, link.port(), VIEWS));
  }

  private JavaPart projections(String name, int databasePort, String database) {
    int port = freePort();
    addresses.put(name, address(port));
    return new JavaPart(
        name,
        log(name),
        JavaPart.command(CLI, 256, "projections", "--port", Integer.toString(port)),
        environment(databasePort, database));
  }

  /** One more node of projections, on a new database: it applies everything from the start. */
  void replayInto(String database) {
    createDatabase(database);
    javaPart(projections("projections-" + database, postgres.port(), database));
    part("projections-" + database).start();
  }

  private Map<String, String> environment(int databasePort, String database) {
    return Map.of(
        "LEDGER_DB_URL",
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(databasePort, database),
        "LEDGER_DB_USER",
        "postgres",
        "LEDGER_KAFKA_BOOTSTRAP",
        kafka(),
        "LEDGER_KAFKA_TOPIC",
        TOPIC,
        "LEDGER_KAFKA_PARTITIONS",
        "3",
        "LEDGER_KAFKA_REPLICATION",
        "1");
  }

  private TcpProxy link(String name, int port) {
    TcpProxy link = new TcpProxy(name, port);
    closing.push(link);
    links.add(link);
    return link;
  }

  private void javaPart(JavaPart part) {
    closing.push(part);
    javaParts.put(part.name(), part);
  }

  private JavaPart part(String name) {
    JavaPart part = javaParts.get(name);
    if (part == null) {
      throw new IllegalArgumentException("no part " + name);
    }
    return part;
  }

  /** Where the ledger's nodes answer. */
  List<URI> nodes() {
    return List.copyOf(nodes);
  }

  /** Brokers of Kafka, by the proxy. */
  String kafka() {
    return "127.0.0.1:" + kafkaLink.port();
  }

  DataSource database(String name) {
    return postgres.database(name);
  }

  Path directory() {
    return directory;
  }

  Health health() {
    return health;
  }

  /** A part that is a Java process and has this name, for one that runs to its end. */
  Path log(String name) {
    return directory.resolve("logs").resolve(name + ".log");
  }

  /** Everything that can happen, each under its name. */
  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    Stream.concat(Stream.of(postgres), javaParts.values().stream())
        .forEach(
            part -> {
              faults.add(new Fault("kill -9 " + part.name(), part::kill, part::start));
              faults.add(new Fault("stop " + part.name(), part::stop, part::start));
            });
    javaParts.values().stream()
        .filter(part -> !part.name().equals("Kafka"))
        .forEach(part -> faults.add(new Fault("pause " + part.name(), part::pause, part::goOn)));
    for (TcpProxy link : links) {
      faults.add(new Fault("cut " + link.name(), link::cut, link::open));
      faults.add(new Fault("silence " + link.name(), link::fallSilent, link::open));
    }
    return faults;
  }

  /**
   * Waits until every node says that all of it is well. What ended by itself meanwhile, as a node
   * does that starts while its database is away, is started again, as an operator's supervisor
   * does.
   *
   * @throws Violation if that takes longer
   */
  void awaitWell(Duration limit) {
    boolean well =
        Health.await(
            limit,
            () -> {
              javaParts.values().forEach(JavaPart::start);
              return addresses.values().stream().allMatch(health::well);
            });
    if (!well) {
      Map<String, String> said = new LinkedHashMap<>();
      addresses.forEach((name, address) -> said.put(name, health.said(address)));
      addresses.keySet().stream()
          .filter(name -> !health.well(Objects.requireNonNull(addresses.get(name))))
          .forEach(name -> part(name).writeThreads(directory.resolve("logs")));
      throw new Violation(
          "not well %d s after the fault had ended: %s; the threads of those that are not are in %s"
              .formatted(limit.toSeconds(), said, directory.resolve("logs")));
    }
  }

  private void createDatabase(String name) {
    try (Connection connection = postgres.database("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copyKeys(Path from, Path to) {
    Path source = from.resolve("keys");
    Path target = to.resolve("keys");
    try (Stream<Path> files = Files.walk(source)) {
      Files.createDirectories(to);
      for (Path file : files.toList()) {
        Files.copy(
            file,
            target.resolve(source.relativize(file).toString()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void closeAll() {
    while (!closing.isEmpty()) {
      try {
        closing.pop().close();
      } catch (Exception e) {
        System.err.println("faults: while ending: " + e.getMessage());
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
