package org.accordledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.accordledger.bench.system.FaultRun;
import org.accordledger.bench.system.UpgradeRun;
import org.accordledger.bench.system.Violation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./ledger bench [NAME|all] [--rounds N] [--in-flight N,N] [--entries N]}, {@code ./ledger
 * bench nodes [--rounds N] [--entries N]}, {@code ./ledger bench upgrade --former JAR}, and {@code
 * ./ledger bench faults [--minutes N] [--seed S]}.
 */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a benchmark beside its reference on an embedded PostgreSQL, and prints last one line"
          + " each:",
      "  NAME: ours=... reference=... ratio=... target=... met|missed",
      "commands: durable commands a second through the command bus; missed as well when the"
          + " projections do not keep up",
      "publish: from durable to receipt, at 500 commands a second",
      "audit: fetching, verifying and replaying the log of a running ledger",
      "nodes: catching up on a topic of Kafka, two nodes of projections beside one; not among all",
      "faults: no benchmark and not among all: breaks each part of the system under load in turn,"
          + " and checks that nothing acknowledged is lost, doubled or shown wrongly",
      "upgrade: no benchmark and not among all: replaces nodes of a former version under load, and"
          + " checks the same"
    })
public final class Bench implements Callable<Integer> {
  private static final List<String> NAMES =
      List.of("all", "commands", "publish", "audit", "nodes", "faults", "upgrade");

  @Parameters(
      arity = "0..1",
      defaultValue = "all",
      description = "commands, publish, audit, all, nodes, faults or upgrade")
  private String name = "all";

  @Option(names = "--rounds", defaultValue = "5", description = "rounds measured, 1 to 50")
  private int rounds = 5;

  @Option(
      names = "--in-flight",
      split = ",",
      defaultValue = "64,256,1024",
      description = "cases under way at once, each number measured, 1 to 10000")
  private List<Integer> inFlight = List.of();

  @Option(
      names = "--entries",
      defaultValue = "1000000",
      description =
          "entries of the log to audit, or of the topic, 1000 to 100000000 (default:"
              + " ${DEFAULT-VALUE})")
  private long entries = 1_000_000;

  @Option(
      names = "--minutes",
      defaultValue = "15",
      description =
          "faults go on so long at least, and until each has happened once; 0 to 1440 (default:"
              + " ${DEFAULT-VALUE})")
  private int minutes = 15;

  @Option(
      names = "--seed",
      description = "of the faults, to repeat their order (default: another one each time)")
  private @Nullable Long seed;

  @Option(
      names = "--former",
      paramLabel = "JAR",
      description = "upgrade: the application of the former version, ledger-api-...-app.jar")
  private @Nullable Path former;

  private Bench() {}

  /** Runs a benchmark; ends the process with 0 if it ran, whatever it measured. */
  public static void main(String[] arguments) {
    // read by a static initialiser of the framework: must be set before its first class is loaded
    System.setProperty("axoniq.update-checker.disabled", "true");
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, SQLException, InterruptedException {
    if (!NAMES.contains(name)) {
      System.err.println("There is no benchmark '" + name + "'; there are " + NAMES + ".");
      return CommandLine.ExitCode.USAGE;
    }
    if (rounds < 1 || rounds > 50) {
      System.err.println("--rounds must be 1 to 50.");
      return CommandLine.ExitCode.USAGE;
    }
    if (inFlight.stream().anyMatch(number -> number < 1 || number > 10_000)) {
      System.err.println("--in-flight must be 1 to 10000.");
      return CommandLine.ExitCode.USAGE;
    }
    if (entries < 1_000 || entries > 100_000_000) {
      System.err.println("--entries must be 1000 to 100000000.");
      return CommandLine.ExitCode.USAGE;
    }
    if (minutes < 0 || minutes > 1_440) {
      System.err.println("--minutes must be 0 to 1440.");
      return CommandLine.ExitCode.USAGE;
    }
    System.out.println(Hardware.describe());
    return switch (name) {
      case "faults" -> faults();
      case "nodes" -> nodes();
      case "upgrade" -> upgrade();
      default -> benchmarks();
    };
  }

  /** Survived or not; what the parts wrote stays where it is said. */
  private int faults() throws IOException {
    Path directory = Files.createTempDirectory("ledger-bench-faults-");
    System.out.println("what every part writes: " + directory.resolve("logs"));
    try {
      new FaultRun(directory, seed == null ? System.nanoTime() : seed, System.out)
          .all(Duration.ofMinutes(minutes));
    } catch (Violation violation) {
      System.err.println("violated: " + violation.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    return CommandLine.ExitCode.OK;
  }

  private int upgrade() throws IOException {
    if (former == null || !Files.isReadable(former)) {
      System.err.println("--former must name the jar of the version to begin with.");
      return CommandLine.ExitCode.USAGE;
    }
    Path directory = Files.createTempDirectory("ledger-bench-upgrade-");
    System.out.println("what every part writes: " + directory.resolve("logs"));
    try {
      new UpgradeRun(directory, former, System.out).run();
    } catch (Violation violation) {
      System.err.println("violated: " + violation.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    return CommandLine.ExitCode.OK;
  }

  private int nodes() throws IOException, InterruptedException {
    new NodesBenchmark(entries, rounds).run().forEach(System.out::println);
    return CommandLine.ExitCode.OK;
  }

  private int benchmarks() throws IOException, SQLException, InterruptedException {
    try (BenchDatabase server = BenchDatabase.start()) {
      System.out.println(server.settings());
      List<String> closing = new ArrayList<>();
      if (asked("commands")) {
        closing.addAll(new CommandsBenchmark(server, rounds, inFlight).run());
      }
      if (asked("publish")) {
        closing.addAll(new PublishBenchmark(server, rounds).run());
      }
      if (asked("audit")) {
        closing.addAll(new AuditBenchmark(server, rounds, entries).run());
      }
      closing.forEach(System.out::println);
    }
    return CommandLine.ExitCode.OK;
  }

  private boolean asked(String benchmark) {
    return name.equals("all") || name.equals(benchmark);
  }
}
