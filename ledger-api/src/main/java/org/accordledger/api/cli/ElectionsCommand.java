package org.accordledger.api.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads the calendar of elections of a running ledger. */
@Command(
    name = "elections",
    mixinStandardHelpOptions = true,
    description = "Reads the calendar of elections of a running ledger.",
    footer = {
      "",
      "Without an ID: the calendar, and with --accord the windows that its embargoes open.",
      "With one: who observes the election, and what they published when."
    })
final class ElectionsCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "ID", description = "One election with its missions.")
  private @Nullable String election;

  @Option(names = "--country", paramLabel = "ID", description = "Held in this country.")
  private @Nullable String country;

  @Option(names = "--from", paramLabel = "DAY", description = "Held on this day or later.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "DAY", description = "Held on this day or earlier.")
  private @Nullable String to;

  @Option(
      names = "--accord",
      paramLabel = "ID",
      description = "With the windows that this accord's embargoes open.")
  private @Nullable String accord;

  @Option(
      names = "--clause",
      paramLabel = "CODE",
      description = "With the windows of this clause alone.")
  private @Nullable String clause;

  @Mixin private ReadOptions read = new ReadOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  ElectionsCommand() {}

  @Override
  public Integer call() {
    Map<String, String> query = new LinkedHashMap<>();
    if (election == null) {
      Query.put(query, "country", country);
      Query.put(query, "from", from);
      Query.put(query, "to", to);
      Query.put(query, "accord", accord);
      Query.put(query, "clause", clause);
      query.put("limit", "200");
    }
    String path = election == null ? "/elections" : "/elections/" + Query.encoded(election);
    read.print(spec.commandLine().getOut(), "elections", path, query, ElectionTable::of);
    return 0;
  }
}
