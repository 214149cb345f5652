package org.accordledger.api.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.accordledger.api.client.Answer;
import org.accordledger.api.client.LedgerClient;
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
  /** How elections are printed. */
  enum Format {
    TABLE,
    JSON
  }

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

  @Option(
      names = "--as-of",
      paramLabel = "POINT",
      description = "As it stood at a position, an RFC 3339 time or the end of a day.")
  private @Nullable String asOf;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "TABLE",
      description = "table or json (default: table).")
  private Format format = Format.TABLE;

  @Mixin private ClientOptions options = new ClientOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  ElectionsCommand() {}

  @Override
  public Integer call() {
    Map<String, String> query = new LinkedHashMap<>();
    Query.put(query, "as_of", asOf);
    if (election == null) {
      Query.put(query, "country", country);
      Query.put(query, "from", from);
      Query.put(query, "to", to);
      Query.put(query, "accord", accord);
      Query.put(query, "clause", clause);
      query.put("limit", "200");
    }
    String path = election == null ? "/elections" : "/elections/" + Query.encoded(election);
    try (LedgerClient client = options.client(3)) {
      Answer answer = client.get(path + Query.of(query), "application/json");
      if (!answer.ok()) {
        throw new CommandProblem("the ledger did not give the elections: " + answer.sentence());
      }
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          format == Format.JSON ? answer.json().toPrettyString() : ElectionTable.of(answer.json()));
      out.flush();
      return 0;
    }
  }
}
