package org.accordledger.api;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The application as a whole; started by the command line with its settings. */
@SpringBootApplication(proxyBeanMethods = false)
public class LedgerApplication {
  LedgerApplication() {}

  /**
   * Starts the HTTP server at once. Where the database does not answer yet, requests that need it
   * are refused (503) until it does.
   *
   * @throws org.accordledger.core.InvalidValue if the port is busy or the address not of this
   *     machine
   */
  public static RunningLedger start(LedgerSettings settings) {
    return start(settings, InstantSource.system());
  }

  /**
   * Starts with a clock of its own.
   *
   * @param clock tells when something is filed and when a deadline passes
   */
  static RunningLedger start(LedgerSettings settings, InstantSource clock) {
    // read by a static initialiser of the framework: must be set before its first class is loaded
    System.setProperty("axoniq.update-checker.disabled", "true");
    SpringApplication application = new SpringApplication(LedgerApplication.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setRegisterShutdownHook(false);
    application.setLogStartupInfo(false);
    application.addInitializers(
        (GenericApplicationContext context) -> {
          context.registerBean(LedgerSettings.class, () -> settings);
          context.registerBean(InstantSource.class, () -> clock);
        });
    ConfigurableApplicationContext context =
        BusyPort.explained(settings, () -> application.run(arguments(settings)));
    context.getBean(Opening.class).begin();
    return new RunningLedger(context);
  }

  private static String[] arguments(LedgerSettings settings) {
    List<String> arguments = new ArrayList<>();
    if (settings.logFormat() != LogFormat.TEXT) {
      arguments.add("--logging.structured.format.console=" + settings.logFormat().code());
    }
    arguments.addAll(
        List.of(
            // nothing in the working directory may change how the ledger runs
            "--spring.config.location=classpath:/application.properties",
            "--server.port=" + settings.port(),
            "--management.metrics.system.diskspace.paths[0]="
                + settings.dataDirectory().toAbsolutePath().normalize(),
            "--server.address=" + settings.bindAddress().getHostAddress()));
    return arguments.toArray(String[]::new);
  }
}
