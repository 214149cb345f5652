package org.accordledger.api.node;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.accordledger.api.DatabasePool;
import org.accordledger.api.LogFormat;
import org.accordledger.api.metrics.MessageMeters;
import org.accordledger.api.metrics.ProjectionMeters;
import org.accordledger.api.tracing.Tracing;
import org.accordledger.projections.ProjectionSettings;
import org.accordledger.projections.node.ProjectionNode;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** A node of projections that runs; closing it lets the others take over. */
public final class RunningNode implements AutoCloseable {
  private final ConfigurableApplicationContext logging;
  private final NodeServer server;
  private final HikariDataSource database;
  private final PrometheusMeterRegistry registry;
  private final Tracing tracing;
  private final ProjectionNode node;
  // asked weakly by the registry, therefore held here
  private final List<Object> meters;

  private RunningNode(NodeSettings settings) {
    this.logging = logging(settings.logFormat());
    this.server = NodeServer.open(new InetSocketAddress(settings.bindAddress(), settings.port()));
    this.database = DatabasePool.of(settings.database(), "projections", settings.views());
    this.registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    this.tracing = Tracing.of(settings.tracing(), "accord-ledger-projections");
    this.node =
        new ProjectionNode(
            database,
            settings.feed(),
            ProjectionSettings.defaults().withViews(settings.views()),
            InstantSource.system(),
            name -> MessageMeters.ofProcessor(registry, name),
            tracing.ofEvents(InstantSource.system()));
    this.meters =
        List.of(ProjectionMeters.of(node.projections(), registry), NodeMeters.of(node, registry));
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /**
   * Starts a node. What is missing, database or Kafka, is waited for, and health says so.
   *
   * @throws org.accordledger.core.InvalidValue if the address cannot be had
   */
  public static RunningNode start(NodeSettings settings) {
    // read by a static initialiser of the framework: must be set before its first class is loaded
    System.setProperty("axoniq.update-checker.disabled", "true");
    RunningNode running = new RunningNode(settings);
    running.node.start();
    running.server.serve(
        () -> NodeHealth.whole(running.node),
        () -> NodeHealth.ready(running.node),
        running.registry::scrape);
    return running;
  }

  /** What is written to standard output, and how, is what the ledger itself does. */
  private static ConfigurableApplicationContext logging(LogFormat format) {
    SpringApplication application = new SpringApplication(NoBeans.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setRegisterShutdownHook(false);
    application.setLogStartupInfo(false);
    List<String> arguments = new ArrayList<>();
    arguments.add("--spring.config.location=classpath:/application.properties");
    if (format != LogFormat.TEXT) {
      arguments.add("--logging.structured.format.console=" + format.code());
    }
    return application.run(arguments.toArray(String[]::new));
  }

  /** An application needs a class to begin with. */
  static final class NoBeans {
    NoBeans() {}
  }

  /** Where health and metrics are. */
  public URI address() {
    return server.address();
  }

  /** The node itself. */
  public ProjectionNode node() {
    return node;
  }

  @Override
  public void close() {
    server.close();
    node.close();
    tracing.close();
    registry.close();
    database.close();
    logging.close();
  }

  @Override
  public String toString() {
    return "node at %s with %d groups of meters".formatted(address(), meters.size());
  }
}
