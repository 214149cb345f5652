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

  @Mixin private ReadOptions read = new ReadOptions();

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
    String path = "/accords/" + Query.encoded(accord) + "/" + report;
    read.print(spec.commandLine().getOut(), "report", path, query, table::print);
    return 0;
  }
}
