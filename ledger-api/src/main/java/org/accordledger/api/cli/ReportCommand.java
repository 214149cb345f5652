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
      "loop               offers, refusals and accusations, day by day",
      "response-times     how long answers took, from the allegation and from the notification",
      "reciprocity        what each filed against each, and what was upheld",
      "tally              cases by clause, basket, norm, act, severity, respondent or complainant",
      "clause-checks      what the texts lack"
    })
final class ReportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "REPORT", description = "One of those below.")
  private String report = "";

  @Option(names = "--accord", required = true, paramLabel = "ID", description = "On this accord.")
  private String accord = "";

  @Option(
      names = "--party",
      paramLabel = "ID",
      description =
          "Refusals: only by this party. Loop: only by or against it. Response times: only its.")
  private @Nullable String party;

  @Option(
      names = "--clause",
      paramLabel = "CODE",
      description = "Refusals and response times: only of this clause.")
  private @Nullable String clause;

  @Option(names = "--year", paramLabel = "YEAR", description = "Loop: only of this year.")
  private @Nullable String year;

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
      description =
          "Where cases are counted: only incidents of these months, for example 2016-01..2016-12.")
  private @Nullable String incidents;

  @Option(
      names = "--cursor",
      paramLabel = "CURSOR",
      description = "Goes on where an earlier answer ended.")
  private @Nullable String cursor;

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
    Query.put(query, "year", year);
    Query.put(query, "by", by);
    Query.put(query, "value", value);
    Query.put(query, "incidents", incidents);
    Query.put(query, "cursor", cursor);
    if (ReportTable.paged(report)) {
      query.put("limit", "200");
    }
    String path = "/accords/" + Query.encoded(accord) + "/" + report;
    read.print(spec.commandLine().getOut(), "report", path, query, table::print);
    return 0;
  }
}
