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

  @Mixin private ReadOptions read = new ReadOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  SeriesCommand() {}

  @Override
  public Integer call() {
    Map<String, String> query = new LinkedHashMap<>();
    if (series == null) {
      Query.put(query, "accord", accord);
      Query.put(query, "clause", clause);
      Query.put(query, "concerns", concerns);
      query.put("limit", "200");
    }
    String path = series == null ? "/series" : "/series/" + Query.encoded(series);
    read.print(spec.commandLine().getOut(), "series", path, query, SeriesTable::of);
    return 0;
  }
}
