package org.accordledger.api.cli;

import java.io.Console;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.accordledger.api.client.LedgerClient;
import org.accordledger.api.imports.ImportRun;
import org.accordledger.api.imports.ObservationRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Files the rows of data files as cases with a running ledger. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Files the rows of CSV or NDJSON files as cases with a running ledger.",
    footer = {
      "",
      "Running it twice adds nothing; after a kill, run the same command again.",
      "Mapping files: docs/imports.md, examples/mappings/."
    })
final class ImportCommand implements Callable<Integer> {
  @Option(
      names = "--mapping",
      required = true,
      paramLabel = "M.yaml",
      description = "How rows become allegations.")
  private Path mapping = Path.of("");

  @Option(
      names = "--accord",
      paramLabel = "A",
      description = "Accord to file under, in place of the mapping's.")
  private @Nullable String accord;

  @Option(names = "--dry-run", description = "Reads and checks everything, files nothing.")
  private boolean dryRun;

  @Option(
      names = "--rejects",
      paramLabel = "F.csv",
      description = "Lists what could not be used, with line and reason.")
  private @Nullable Path rejects;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to import.")
  private List<Path> files = List.of();

  @Mixin private ClientOptions options = new ClientOptions();

  ImportCommand() {}

  @Override
  public Integer call() {
    boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    PrintStream out = System.out;
    try (LedgerClient client = options.client(12)) {
      ImportRun.Request request =
          new ImportRun.Request(mapping, files, accord, dryRun, rejects, terminal);
      BooleanSupplier run =
          ObservationRun.takes(mapping)
              ? new ObservationRun(request, client, options.tokens(), out)::run
              : new ImportRun(request, client, options.tokens(), out)::run;
      return toTheEnd(run) ? 0 : 1;
    }
  }

  /** Whoever stops it is told that nothing is lost by that. */
  private static boolean toTheEnd(BooleanSupplier run) {
    Thread cutOff =
        new Thread(
            () ->
                System.err.println(
                    "\nimport stopped before its end; run the same command again to go on, nothing"
                        + " is filed twice"));
    Runtime.getRuntime().addShutdownHook(cutOff);
    try {
      return run.getAsBoolean();
    } finally {
      try {
        Runtime.getRuntime().removeShutdownHook(cutOff);
      } catch (IllegalStateException stopping) {
        // it is being stopped: the hook speaks
      }
    }
  }
}
