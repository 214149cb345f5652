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
import picocli.CommandLine.Spec;

/** Reads the scorecard of a running ledger. */
@Command(
    name = "scorecard",
    mixinStandardHelpOptions = true,
    description = "Reads the scorecard of a running ledger.")
final class ScorecardCommand implements Callable<Integer> {
  /** How the scorecard is printed. */
  enum Format {
    TABLE,
    JSON,
    CSV
  }

  @Option(names = "--accord", paramLabel = "ID", description = "Only this accord.")
  private @Nullable String accord;

  @Option(names = "--party", paramLabel = "ID", description = "Only this party.")
  private @Nullable String party;

  @Option(names = "--clause", paramLabel = "CODE", description = "Only this clause.")
  private @Nullable String clause;

  @Option(
      names = "--as-of",
      paramLabel = "POINT",
      description = "As it stood at a position, an RFC 3339 time or the end of a day.")
  private @Nullable String asOf;

  @Option(
      names = "--since",
      paramLabel = "POINT",
      description = "Only what changed since this earlier point.")
  private @Nullable String since;

  @Option(
      names = "--incidents",
      paramLabel = "FROM..TO",
      description = "Only incidents of these months, for example 2016-01..2016-12.")
  private @Nullable String incidents;

  @Option(names = "--method", paramLabel = "N", description = "Graded by this method.")
  private @Nullable String method;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "TABLE",
      description = "table, json or csv (default: table).")
  private Format format = Format.TABLE;

  @Mixin private ClientOptions options = new ClientOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  ScorecardCommand() {}

  @Override
  public Integer call() {
    Map<String, String> query = new LinkedHashMap<>();
    Query.put(query, "accord", accord);
    Query.put(query, "party", party);
    Query.put(query, "clause", clause);
    Query.put(query, "as_of", asOf);
    Query.put(query, "incidents", incidents);
    Query.put(query, "method", method);
    try (LedgerClient client = options.client(3)) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(since == null ? read(client, query, format) : changes(client, query));
      out.flush();
      return 0;
    }
  }

  private String changes(LedgerClient client, Map<String, String> query) {
    if (format == Format.CSV) {
      throw new CommandProblem("what changed is printed as table or json; leave out --format csv");
    }
    Query.put(query, "since", since);
    Answer answer =
        CommandProblem.unlessGiven(
            "what changed",
            client.get("/scorecard/differences" + Query.of(query), "application/json"));
    return format == Format.JSON
        ? answer.json().toPrettyString()
        : ScorecardTable.changes(answer.json());
  }

  /**
   * Reads and prints.
   *
   * @throws CommandProblem if the ledger refuses
   */
  static String read(LedgerClient client, Map<String, String> query, Format format) {
    String path = "/scorecard" + Query.of(query);
    Answer answer =
        CommandProblem.unlessGiven(
            "the scorecard",
            client.get(path, format == Format.CSV ? "text/csv" : "application/json"));
    return switch (format) {
      case TABLE -> ScorecardTable.of(answer.json());
      case JSON -> answer.json().toPrettyString();
      case CSV -> answer.body().stripTrailing();
    };
  }
}
