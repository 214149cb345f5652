package org.accordledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.accordledger.bench.system.NodeSite;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast nodes of projections catch up on a topic from nothing: one, and two that share a
 * database. The topic is filled by a real ledger and its feed. Where one node has the processors to
 * itself already, two cannot be faster; then it is their processor time for each event that has to
 * stay what it was.
 */
final class NodesBenchmark {
  private static final double TARGET = 1.6;

  /** More than this for each event, and two nodes do work that one does not. */
  private static final double FLAT = 1.15;

  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final Duration FEEDING = Duration.ofMinutes(30);

  private final long entries;
  private final int rounds;

  NodesBenchmark(long entries, int rounds) {
    this.entries = entries;
    this.rounds = rounds;
  }

  /**
   * One catch-up.
   *
   * @param wall from the first record a node can have until the last projection has the last event
   * @param processor of all nodes in that time
   */
  private record CaughtUp(long events, Duration wall, Duration processor) {
    double rate() {
      return events / (wall.toNanos() / 1e9);
    }

    double microsecondsEach() {
      return processor.toNanos() / 1e3 / events;
    }
  }

  /** Runs, prints as it goes, and returns the closing lines. */
  List<String> run() throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("ledger-bench-nodes-");
    try (NodeSite site = NodeSite.start(directory)) {
      long events = fill(site, directory);
      List<CaughtUp> one = new ArrayList<>();
      List<CaughtUp> two = new ArrayList<>();
      for (int round = 1; round <= rounds; round++) {
        one.add(catchUp(site, round, 1, events));
        two.add(catchUp(site, round, 2, events));
      }
      return verdicts(one, two);
    } finally {
      PublishBenchmark.delete(directory);
    }
  }

  private long fill(NodeSite site, Path directory) throws IOException, InterruptedException {
    Map<String, String> settings =
        Map.of(
            "ledger.db-url", site.createDatabase("ledger"),
            "ledger.port", "0",
            "ledger.data-directory", directory.resolve("ledger").toString(),
            "ledger.kafka-bootstrap", site.kafka(),
            "ledger.kafka-replication", "1");
    long began = System.nanoTime();
    try (FilledLedger ledger = new FilledLedger(settings, directory.resolve("ledger"))) {
      long events = ledger.fill(entries);
      await(
          site,
          "ledger",
          "select coalesce(min(position), -1) from feed.progress",
          events - 1,
          FEEDING);
      System.out.printf(
          Locale.ROOT,
          "  a ledger stored %d events and fed them to Kafka in %.0f s%n",
          events,
          (System.nanoTime() - began) / 1e9);
      return events;
    }
  }

  private static CaughtUp catchUp(NodeSite site, int round, int nodes, long events)
      throws InterruptedException {
    String database = "views_%d_%d".formatted(round, nodes);
    site.cutOff();
    site.startNodes(nodes, site.createDatabase(database));
    Duration before = site.processorTime();
    long began = System.nanoTime();
    site.connect();
    await(site, database, "select coalesce(min(position), -1) from progress", events - 1, LIMIT);
    Duration wall = Duration.ofNanos(System.nanoTime() - began);
    CaughtUp caughtUp = new CaughtUp(events, wall, site.processorTime().minus(before));
    site.stopNodes();
    System.out.printf(
        Locale.ROOT,
        "  round %d, %d node(s): %.1f s, %.0f events/s, %.1f us of processor time each%n",
        round,
        nodes,
        wall.toNanos() / 1e9,
        caughtUp.rate(),
        caughtUp.microsecondsEach());
    return caughtUp;
  }

  private static void await(
      NodeSite site, String database, String sql, long position, Duration limit)
      throws InterruptedException {
    JdbcClient jdbc = JdbcClient.create(site.database(database));
    long end = System.nanoTime() + limit.toNanos();
    while (jdbc.sql(sql).query(Long.class).single() < position) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "%s did not come to position %d within %s".formatted(database, position, limit));
      }
      Thread.sleep(Duration.ofMillis(100));
    }
  }

  private static List<String> verdicts(List<CaughtUp> one, List<CaughtUp> two) {
    double rateOfOne = median(one.stream().map(CaughtUp::rate).toList());
    double rateOfTwo = median(two.stream().map(CaughtUp::rate).toList());
    double timeOfOne = median(one.stream().map(CaughtUp::microsecondsEach).toList());
    double timeOfTwo = median(two.stream().map(CaughtUp::microsecondsEach).toList());
    return List.of(
        String.format(
            Locale.ROOT,
            "nodes: ours=%.0f events/s (two nodes) reference=%.0f (one) ratio=%.2f target=%.1f %s",
            rateOfTwo,
            rateOfOne,
            rateOfTwo / rateOfOne,
            TARGET,
            rateOfTwo >= TARGET * rateOfOne ? "met" : "missed"),
        String.format(
            Locale.ROOT,
            "nodes: ours=%.1f us of processor time an event (two nodes) reference=%.1f (one)"
                + " ratio=%.2f target<=%.2f %s",
            timeOfTwo,
            timeOfOne,
            timeOfTwo / timeOfOne,
            FLAT,
            timeOfTwo <= FLAT * timeOfOne ? "met" : "missed"));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
