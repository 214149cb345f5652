package org.accordledger.api.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.accordledger.api.KafkaTopics;
import org.accordledger.api.LogFormat;
import org.accordledger.api.embedded.DataDirectory;
import org.accordledger.api.embedded.DatabaseAccess;
import org.accordledger.api.embedded.EmbeddedDatabase;
import org.accordledger.api.node.NodeSettings;
import org.accordledger.api.node.RunningNode;
import org.accordledger.api.tracing.TraceSettings;
import org.accordledger.projections.ViewsSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs projections as a service of their own until it is told to stop. */
@Command(
    name = "projections",
    mixinStandardHelpOptions = true,
    description =
        "Runs the projections as a service of their own, fed by Kafka, until it is told to stop.",
    footer = {
      "",
      "The database of its views is an embedded PostgreSQL in the data directory, or the one that",
      "LEDGER_DB_URL, LEDGER_DB_USER and LEDGER_DB_PASSWORD name: one of its own, which several",
      "such nodes may share, and never the ledger's.",
      "LEDGER_KAFKA_BOOTSTRAP='host:port, host:port' and LEDGER_KAFKA_TOPIC say where the ledger",
      "feeds its whole topic; more is in docs/projections.md.",
      "LEDGER_VIEWS=LABEL keeps the views in another schema than usual, beside it: './ledger"
          + " views'.",
      "LEDGER_LOG_FORMAT=text, ecs or logstash: how the log on standard output is written.",
      "LEDGER_OTLP_ENDPOINT=URL sends traces to an OpenTelemetry collector; docs/operating.md."
    })
final class ProjectionsCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data directory (default: ${DEFAULT-VALUE}).",
      defaultValue = "data/projections")
  private Path data = Path.of("data", "projections");

  @Mixin private ServerOptions options = new ServerOptions();

  private final CountDownLatch told = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  @Spec private CommandSpec spec = CommandSpec.create();

  ProjectionsCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    Map<String, String> environment = System.getenv();
    KafkaTopics kafka = KafkaTopics.of(KafkaEnvironment.settings(environment));
    if (kafka == null) {
      throw new CommandProblem(
          "nothing to take events from: LEDGER_KAFKA_BOOTSTRAP has to name the brokers that the"
              + " ledger feeds");
    }
    LogFormat format = LogFormat.of(AllInOne.logFormat());
    Optional<DatabaseAccess> external = ExternalDatabase.of(environment);
    try {
      if (external.isPresent()) {
        run(settings(external.get(), kafka, format));
      } else {
        runOnEmbedded(kafka, format);
      }
    } finally {
      ended.countDown();
    }
    return 0;
  }

  private void runOnEmbedded(KafkaTopics kafka, LogFormat format) throws InterruptedException {
    try (DataDirectory directory = DataDirectory.open(data);
        EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
      run(settings(database.access(), kafka, format));
    }
  }

  private NodeSettings settings(DatabaseAccess database, KafkaTopics kafka, LogFormat format) {
    return new NodeSettings(
        database,
        ViewsSchema.labelled(AllInOne.views()),
        kafka.whole(),
        options.bindAddress(),
        options.port(),
        format,
        TraceSettings.of(TraceEnvironment.settings(System.getenv())));
  }

  /** Until the process is told to stop. */
  private void run(NodeSettings settings) throws InterruptedException {
    try (RunningNode node = RunningNode.start(settings)) {
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
      var out =
          settings.logFormat() == LogFormat.TEXT
              ? spec.commandLine().getOut()
              : spec.commandLine().getErr();
      out.println("health and metrics are at " + node.address() + "/health and /metrics");
      out.println("stop it with Ctrl-C");
      out.flush();
      told.await();
    }
  }

  /** The process ends when everything is closed, the last opened first. */
  private void stop() {
    told.countDown();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
