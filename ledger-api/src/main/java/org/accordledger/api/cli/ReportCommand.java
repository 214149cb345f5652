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

/** Reads a report on one accord of a running ledger. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Reads a report on one accord of a running ledger.",
    footer = {
      "",
      "obligations        what each party owes and what it was given in return",
      "refusals           who refused what, when, in which words",
      "uncovered          clauses in force that nobody monitors",
      "uncovered-conduct  what was alleged and is governed by no clause",
      "reciprocity        what each filed against each, and what was upheld",
      "tally              cases by clause, basket, norm, act, severity, respondent or complainant",
      "clause-checks      what the texts lack"
    })
final class ReportCommand implements Callable<Integer> {
  /** How a report is printed. */
  enum Format {
    TABLE,
    JSON
  }

  @Parameters(paramLabel = "REPORT", description = "One of those below.")
  private String report = "";

  @Option(names = "--accord", required = true, paramLabel = "ID", description = "On this accord.")
  private String accord = "";

  @Option(names = "--party", paramLabel = "ID", description = "Refusals: only by this party.")
  private @Nullable String party;

  @Option(names = "--clause", paramLabel = "CODE", description = "Refusals: only of this clause.")
  private @Nullable String clause;

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      description =
          "Tally: clause, basket, norm, act, severity, respondent or complainant (default:"
              + " clause).")
  private @Nullable String by;

  @Option(names = "--value", paramLabel = "VALUE", description = "Tally: only this one.")
  private @Nullable String value;

  @Option(
      names = "--incidents",
      paramLabel = "FROM..TO",
      description = "Tally: only incidents of these months, for example 2016-01..2016-12.")
  private @Nullable String incidents;

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

  ReportCommand() {}

  @Override
  public Integer call() {
    ReportTable table = ReportTable.of(report);
    // an option that a report does not know is refused by the ledger, by name
    Map<String, String> query = new LinkedHashMap<>();
    Query.put(query, "party", party);
    Query.put(query, "clause", clause);
    Query.put(query, "by", by);
    Query.put(query, "value", value);
    Query.put(query, "incidents", incidents);
    Query.put(query, "as_of", asOf);
    String path = "/accords/" + Query.encoded(accord) + "/" + report + Query.of(query);
    try (LedgerClient client = options.client(3)) {
      Answer answer = client.get(path, "application/json");
      if (!answer.ok()) {
        throw new CommandProblem("the ledger did not give the report: " + answer.sentence());
      }
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          format == Format.JSON ? answer.json().toPrettyString() : table.print(answer.json()));
      out.flush();
      return 0;
    }
  }
}
