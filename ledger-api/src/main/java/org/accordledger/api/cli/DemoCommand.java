package org.accordledger.api.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.accordledger.api.client.LedgerClient;
import org.accordledger.api.demo.Scenario;
import org.accordledger.api.demo.ScenarioPlayer;
import org.accordledger.api.demo.ScenarioPlayer.Played;
import org.accordledger.api.security.AccessTokens;
import org.accordledger.core.AccountId;
import org.accordledger.log.LogText;
import org.accordledger.log.note.Checkpoint;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the ledger at work on the example scenarios. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Starts everything on an embedded PostgreSQL, loads the examples and prints the scorecard.")
final class DemoCommand implements Callable<Integer> {
  @Option(names = "--once", description = "Verifies the log from its public files, and stops.")
  private boolean once;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data directory (default: ${DEFAULT-VALUE}).",
      defaultValue = "data/demo")
  private Path data = Path.of("data/demo");

  @Option(
      names = "--examples",
      paramLabel = "DIR",
      description = "Directory of the scenarios (default: the repository's).")
  private @Nullable Path examples;

  @Mixin private ServerOptions options = new ServerOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  DemoCommand() {}

  @Override
  public Integer call() {
    List<Scenario> scenarios = Scenario.all(examplesDirectory());
    try (AllInOne ledger = AllInOne.start(data, options)) {
      Map<String, String> logins = logins(scenarios, ledger.tokens());
      PrintWriter out = spec.commandLine().getOut();
      try (LedgerClient client = new LedgerClient(ledger.address(), null)) {
        Played played = show(out, client, scenarios, logins);
        ledger.awaitPublished(played.lastPosition());
      }
      if (once) {
        verify(out, ledger);
        return 0;
      }
      invite(out, ledger, logins);
      ledger.join();
      return 0;
    }
  }

  private static void verify(PrintWriter out, AllInOne ledger) {
    Checkpoint verified = PublicFiles.verified(ledger.address(), ledger.directory().path());
    out.println();
    out.printf("verified: %d entries, root %s%n", verified.size(), LogText.base64(verified.root()));
    out.flush();
  }

  private static Played show(
      PrintWriter out, LedgerClient client, List<Scenario> scenarios, Map<String, String> logins) {
    ScenarioPlayer player =
        new ScenarioPlayer(client, binding -> logins.getOrDefault(binding.account(), ""));
    Played played = Played.NOTHING;
    for (Scenario scenario : scenarios) {
      played = played.plus(player.play(scenario, step -> true));
    }
    out.println(played);
    DemoTour tour = new DemoTour(out, client, played.lastPosition());
    scenarios.stream().flatMap(scenario -> scenario.accords().stream()).forEach(tour::accord);
    tour.series();
    tour.cases();
    out.flush();
    return played;
  }

  private static void invite(PrintWriter out, AllInOne ledger, Map<String, String> logins) {
    out.println();
    out.println("the scorecard and the cases behind every figure: " + ledger.address() + "/");
    out.println("demo logins (Authorization: Bearer TOKEN), new at every start:");
    TextTable table = new TextTable("account", "token");
    logins.forEach(table::row);
    out.println(table);
    out.println("stop with Ctrl-C");
    out.flush();
  }

  /** New tokens at every start; those of the last start end. */
  private static Map<String, String> logins(List<Scenario> scenarios, AccessTokens tokens) {
    Map<String, String> logins = new LinkedHashMap<>();
    for (Scenario scenario : scenarios) {
      scenario
          .accounts()
          .values()
          .forEach(
              binding -> {
                tokens.revoke(new AccountId(binding.account()));
                logins.put(binding.account(), Tokens.issue(tokens, binding));
              });
    }
    return logins;
  }

  /** The launcher says where the repository is; a relative path serves whoever starts by hand. */
  private Path examplesDirectory() {
    if (examples != null) {
      return examples;
    }
    String home = System.getProperty("ledger.home", "");
    Path here = Path.of(home).resolve("examples");
    if (!Files.isDirectory(here)) {
      throw new CommandProblem(
          "there are no examples in "
              + here.toAbsolutePath()
              + ": name their directory with --examples");
    }
    return here;
  }
}
