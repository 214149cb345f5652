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

/** Reads observation series of a running ledger. */
@Command(
    name = "series",
    mixinStandardHelpOptions = true,
    description = "Reads observation series of a running ledger, each for itself.",
    footer = {
      "",
      "Without an ID: what every series says of before and after. With one: its counts, too."
    })
final class SeriesCommand implements Callable<Integer> {
  /** How series are printed. */
  enum Format {
    TABLE,
    JSON
  }

  @Parameters(arity = "0..1", paramLabel = "ID", description = "One series with its counts.")
  private @Nullable String series;

  @Option(
      names = "--accord",
      paramLabel = "ID",
      description = "Kept under this accord, or attached to a clause of it.")
  private @Nullable String accord;

  @Option(names = "--clause", paramLabel = "CODE", description = "Attached to this clause.")
  private @Nullable String clause;

  @Option(
      names = "--concerns",
      paramLabel = "ID",
      description = "That count this country or party.")
  private @Nullable String concerns;

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

  SeriesCommand() {}

  @Override
  public Integer call() {
    Map<String, String> query = new LinkedHashMap<>();
    Query.put(query, "as_of", asOf);
    if (series == null) {
      Query.put(query, "accord", accord);
      Query.put(query, "clause", clause);
      Query.put(query, "concerns", concerns);
      query.put("limit", "200");
    }
    String path = series == null ? "/series" : "/series/" + Query.encoded(series);
    try (LedgerClient client = options.client(3)) {
      Answer answer = client.get(path + Query.of(query), "application/json");
      if (!answer.ok()) {
        throw new CommandProblem("the ledger did not give the series: " + answer.sentence());
      }
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          format == Format.JSON ? answer.json().toPrettyString() : SeriesTable.of(answer.json()));
      out.flush();
      return 0;
    }
  }
}
