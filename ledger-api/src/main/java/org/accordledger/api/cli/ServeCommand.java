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
      "LEDGER_READS_DB_URL, ..._USER and ..._PASSWORD name the database of nodes of projections",
      "(./ledger projections), where the views are read then; docs/projections.md.",
      "LEDGER_WITNESSES='URL VKEY, URL VKEY' names the witnesses that cosign the log's"
          + " checkpoints.",
      "LEDGER_VIEWS=LABEL keeps the views in another schema than usual, beside it: './ledger"
          + " views'.",
      "LEDGER_LOG_FORMAT=text, ecs or logstash: how the log on standard output is written.",
      "LEDGER_OTLP_ENDPOINT=URL sends traces to an OpenTelemetry collector, LEDGER_TRACE_RATIO"
          + " says",
      "of which part of the requests; docs/operating.md.",
      "LEDGER_KAFKA_BOOTSTRAP='host:port, host:port' feeds every event to Kafka; the other",
      "settings of the feed, LEDGER_KAFKA_..., are in docs/feed.md."
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
      // where standard output is for programs, people are told beside it
      var out =
          AllInOne.logFormat().equals("text")
              ? spec.commandLine().getOut()
              : spec.commandLine().getErr();
      out.println("the ledger answers at " + ledger.address() + "/");
      out.println("operator token for this machine: " + ledger.directory().operatorTokenFile());
      out.println("stop it with Ctrl-C");
      out.flush();
      ledger.join();
    }
    return 0;
  }
}
