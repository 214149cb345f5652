package org.accordledger.bench.system;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.accordledger.api.security.AccessTokens;
import org.accordledger.api.security.Binding;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.Role;

/**
 * Breaks one part of the system after the other while commands go on, in an order that the seed
 * gives, and checks afterwards that every promise was kept.
 */
public final class FaultRun {
  private static final Duration WELL = Duration.ofMinutes(3);
  private static final Duration CALM = Duration.ofSeconds(2);
  private static final Duration SHORTEST = Duration.ofSeconds(3);
  private static final int LAST_LINES = 15;

  /** What the short run has: one of each sort, of the parts that most depends on. */
  private static final List<String> FEW =
      List.of(
          "kill -9 api-1",
          "stop PostgreSQL",
          "cut api-2 to PostgreSQL",
          "stop Kafka",
          "kill -9 projections-1");

  private final Path directory;
  private final long seed;
  private final Random random;
  private final PrintStream out;
  private final FaultTable table = new FaultTable();

  /**
   * A run that has not begun.
   *
   * @param directory new or empty; what the parts wrote is in {@code logs} in it afterwards
   * @param seed gives the order of the faults, how long each lasts, and where the check looks
   * @param out where the run reports
   */
  public FaultRun(Path directory, long seed, PrintStream out) {
    this.directory = directory;
    this.seed = seed;
    this.random = new Random(seed);
    this.out = out;
  }

  /**
   * Five faults of up to six seconds, each once.
   *
   * @throws Violation with the first promise that does not hold
   */
  public void few() {
    run(1, Duration.ZERO, Duration.ofSeconds(6), FEW);
  }

  /**
   * Every fault of every part at least once, each up to 25 seconds, which is longer than any claim
   * holds that a silent part has; then all of them anew until the time is over.
   *
   * @throws Violation with the first promise that does not hold
   */
  public void all(Duration atLeast) {
    run(2, atLeast, Duration.ofSeconds(25), List.of());
  }

  private void run(int projections, Duration atLeast, Duration longest, List<String> only) {
    out.printf("faults: seed %d%n", seed);
    try (Site site = Site.start(directory, projections);
        Load load = new Load(site.nodes(), account -> token(site, account))) {
      load.start();
      long begun = System.nanoTime();
      do {
        List<Fault> deck = deck(site, only);
        for (Fault fault : deck) {
          survive(fault, site, load, longest);
        }
      } while (System.nanoTime() - begun < atLeast.toNanos());
      List<Acknowledged> acknowledged = load.end();
      out.printf("answers that acknowledged nothing: %s%n", load.refusals());
      new Checker(site, random, out).require(acknowledged);
      table.print(out);
    } catch (RuntimeException | Error e) {
      out.printf("faults: seed %d failed: %s%n", seed, e.getMessage());
      lastLines();
      throw e;
    }
  }

  private List<Fault> deck(Site site, List<String> only) {
    List<Fault> deck =
        new ArrayList<>(
            site.faults().stream()
                .filter(fault -> only.isEmpty() || only.contains(fault.name()))
                .toList());
    if (!only.isEmpty() && deck.size() != only.size()) {
      throw new IllegalStateException("of " + only + " there are only " + deck);
    }
    Collections.shuffle(deck, random);
    return deck;
  }

  private void survive(Fault fault, Site site, Load load, Duration longest) {
    long millis =
        SHORTEST.toMillis() + random.nextLong(longest.toMillis() - SHORTEST.toMillis() + 1);
    long begun = System.nanoTime();
    fault.begin().run();
    load.goOn(Duration.ofMillis(millis));
    long ended = System.nanoTime();
    fault.end().run();
    site.awaitWell(WELL);
    Duration well = Duration.ofNanos(System.nanoTime() - ended);
    load.goOn(CALM);
    Duration lasted = Duration.ofNanos(ended - begun);
    var next = load.nextAcknowledgedAfter(begun);
    out.printf(
        Locale.ROOT,
        "  %s: lasted %.1f s, next command acknowledged after %s, all well %.1f s later%n",
        fault.name(),
        lasted.toMillis() / 1e3,
        next == null ? "none" : String.format(Locale.ROOT, "%.2f s", next.toMillis() / 1e3),
        well.toMillis() / 1e3);
    table.add(fault.name(), lasted, next, well);
  }

  static String token(Site site, String account) {
    AccessTokens tokens = new AccessTokens(site.database(Site.LEDGER));
    Binding binding =
        account.equals("registrar")
            ? new Binding(Role.REGISTRAR, null, null)
            : new Binding(Role.PARTY, null, new BodyId(account));
    return tokens.issue(new AccountId("faults-" + account), List.of(binding));
  }

  /** What each part said last, for whoever has to find out why. */
  private void lastLines() {
    try (Stream<Path> logs = Files.list(directory.resolve("logs"))) {
      for (Path log : logs.sorted().toList()) {
        List<String> lines = Files.readAllLines(log);
        out.printf("--- %s%n", log.getFileName());
        lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).forEach(out::println);
      }
    } catch (IOException e) {
      out.printf("what the parts wrote cannot be read: %s%n", e.getMessage());
    }
  }
}
