package org.accordledger.api.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.accordledger.api.client.Answer;
import org.accordledger.api.client.LedgerClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** What every command takes that reads one document of a running ledger. */
final class ReadOptions {
  /** How the document is printed. */
  enum Format {
    TABLE,
    JSON
  }

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

  @Mixin private ClientOptions client = new ClientOptions();

  ReadOptions() {}

  /**
   * Reads and prints.
   *
   * @param what the document in words, for complaints
   * @param table how a terminal shows it
   * @throws CommandProblem if the ledger refuses
   */
  void print(
      PrintWriter out,
      String what,
      String path,
      Map<String, String> query,
      Function<JsonNode, String> table) {
    Map<String, String> all = new LinkedHashMap<>(query);
    Query.put(all, "as_of", asOf);
    try (LedgerClient ledger = client.client(3)) {
      Answer answer =
          CommandProblem.unlessGiven(
              "the " + what, ledger.get(path + Query.of(all), "application/json"));
      out.println(
          format == Format.JSON ? answer.json().toPrettyString() : table.apply(answer.json()));
      out.flush();
    }
  }
}
