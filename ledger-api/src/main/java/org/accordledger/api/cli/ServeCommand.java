package org.accordledger.api.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the ledger until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Runs the ledger in one process until it is told to stop.",
    footer = {
      "",
      "The database is an embedded PostgreSQL in the data directory, or the one that",
      "LEDGER_DB_URL, LEDGER_DB_USER and LEDGER_DB_PASSWORD name.",
      "LEDGER_WITNESSES='URL VKEY, URL VKEY' names the witnesses that cosign the log's checkpoints."
    })
final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data directory (default: ${DEFAULT-VALUE}).",
      defaultValue = "data")
  private Path data = Path.of("data");

  @Mixin private ServerOptions options = new ServerOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  ServeCommand() {}

  @Override
  public Integer call() {
    try (AllInOne ledger = AllInOne.start(data, options)) {
      var out = spec.commandLine().getOut();
      out.println("the ledger answers at " + ledger.address() + "/");
      out.println("operator token for this machine: " + ledger.directory().operatorTokenFile());
      out.println("stop it with Ctrl-C");
      out.flush();
      ledger.join();
    }
    return 0;
  }
}
