package org.accordledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.accordledger.bench.AuditTool.Outcome;

/**
 * What an auditor has to wait for (performance.md): a ledger is filled through its command bus and
 * goes on running, and the auditor, a process of its own, fetches its log, verifies it and works
 * the scorecard out anew, now and at earlier positions. Rates are those the auditor tells, without
 * the start of its virtual machine; every round is a new process.
 */
final class AuditBenchmark {
  private static final int EARLIER = 10;
  private static final long TARGET_RATE = 500_000;
  private static final double TARGET_RATIO = 0.4;

  private final BenchDatabase server;
  private final int rounds;
  private final long entries;
  private final AuditTool tool = AuditTool.built();

  /**
   * A benchmark on a server.
   *
   * @param rounds measured of everything but fetching and replaying
   * @param entries of the log, at least
   */
  AuditBenchmark(BenchDatabase server, int rounds, long entries) {
    this.server = server;
    this.rounds = rounds;
    this.entries = entries;
  }

  /** Runs, prints as it goes, and returns the closing lines. */
  List<String> run() throws IOException, InterruptedException, SQLException {
    Path files = Files.createTempDirectory("ledger-bench-audit-");
    BenchDatabase database = server.create("bench_audit");
    Path data = files.resolve("data");
    try {
      List<String> closing = new ArrayList<>();
      long filled;
      try (FilledLedger ledger = new FilledLedger(database, data)) {
        long started = System.nanoTime();
        filled = ledger.fill(entries);
        System.out.printf(
            Locale.ROOT,
            "filled: %,d entries in %.0f s%n",
            filled,
            (System.nanoTime() - started) / 1e9);
        closing.addAll(measured(ledger, files.resolve("audit"), filled));
      }
      closing.add(startedAgain(database, data, filled));
      return closing;
    } finally {
      PublishBenchmark.delete(files);
    }
  }

  /** A start checks the whole log; in this virtual machine, whose code is compiled by now. */
  private static String startedAgain(BenchDatabase database, Path data, long size)
      throws InterruptedException {
    long began = System.nanoTime();
    try (FilledLedger _ = new FilledLedger(database, data)) {
      double seconds = (System.nanoTime() - began) / 1e9;
      return String.format(
          Locale.ROOT,
          "ledger-start: ours=%.1f s until ready, %.0f entries/s (no target)",
          seconds,
          size / seconds);
    }
  }

  private List<String> measured(FilledLedger ledger, Path audit, long size)
      throws IOException, InterruptedException {
    String directory = audit.toString();
    String address = ledger.address().toString();
    Outcome fetched = run("fetch", directory, "--from", address, "--key", ledger.key().toString());
    double fetchRate = size / fetched.seconds();
    List<Double> hashing = new ArrayList<>();
    List<Double> reading = new ArrayList<>();
    List<Double> hashingReference = new ArrayList<>();
    List<Double> readingReference = new ArrayList<>();
    HashReference reference = new HashReference(audit, size);
    reference.reading();
    for (int i = 0; i < rounds; i++) {
      hashingReference.add(reference.hashing());
      hashing.add(run("verify", directory, "--hashes-only").rate("hashed"));
      readingReference.add(reference.reading());
      reading.add(run("verify", directory).rate("read"));
    }
    Outcome replayed = run(replay(directory, address, size));
    long compared = replayed.count("compared: ");
    return List.of(
        String.format(Locale.ROOT, "audit-fetch: ours=%.0f/s (no target)", fetchRate),
        compared("audit-hashing", median(hashing), median(hashingReference)),
        compared("audit-verify", median(reading), median(readingReference)),
        String.format(
            Locale.ROOT,
            "audit-replay: ours=%.0f/s reference=%.0f/s ratio=%.2f (no target)",
            replayed.rate("replayed"),
            median(readingReference),
            replayed.rate("replayed") / median(readingReference)),
        String.format(
            Locale.ROOT,
            "audit-scorecards: ours=%d positions without a difference target=%d %s",
            compared,
            EARLIER + 1,
            compared == EARLIER + 1 ? "met" : "missed"),
        String.format(
            Locale.ROOT,
            "audit-memory: ours=%d MiB resident at most, with a heap of %d MiB (no target)",
            tool.peak(),
            AuditTool.HEAP));
  }

  private static String[] replay(String directory, String address, long size) {
    long seed = System.nanoTime();
    System.out.printf(Locale.ROOT, "  earlier positions by seed %d%n", seed);
    List<String> words = new ArrayList<>(List.of("replay", directory, "--compare", address));
    new Random(seed)
        .longs(0, size - 1)
        .distinct()
        .limit(EARLIER)
        .forEach(position -> words.addAll(List.of("--as-of", Long.toString(position))));
    words.addAll(List.of("--as-of", Long.toString(size - 1)));
    return words.toArray(String[]::new);
  }

  private Outcome run(String... words) throws IOException, InterruptedException {
    Outcome outcome = tool.run(words);
    System.out.printf(Locale.ROOT, "  audit %s: %.1f s%n", words[0], outcome.seconds());
    outcome.lines().stream()
        .filter(line -> line.matches("(hashed|read|replayed|verified|payloads|compared): .*"))
        .forEach(line -> System.out.printf(Locale.ROOT, "    %s%n", line));
    return outcome;
  }

  private static String compared(String name, double ours, double reference) {
    boolean met = ours >= TARGET_RATE && ours >= TARGET_RATIO * reference;
    return String.format(
        Locale.ROOT,
        "%s: ours=%.0f/s reference=%.0f/s ratio=%.2f target=%.1fx, %d/s %s",
        name,
        ours,
        reference,
        ours / reference,
        TARGET_RATIO,
        TARGET_RATE,
        met ? "met" : "missed");
  }

  private static double median(List<Double> values) {
    return values.stream().sorted(Comparator.naturalOrder()).toList().get(values.size() / 2);
  }
}
