package org.accordledger.api.cli;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The variables of the environment that the ledger, its launcher, its image and its compose file
 * read; docs/operating.md explains them. A misspelt one would have no effect, and a ledger would
 * run on another database than it was meant to.
 */
final class SettingNames {
  static final Set<String> KNOWN =
      Set.of(
          "LEDGER_DB_URL",
          "LEDGER_DB_USER",
          "LEDGER_DB_PASSWORD",
          "LEDGER_DB_PASSWORD_FILE",
          "LEDGER_READS_DB_URL",
          "LEDGER_READS_DB_USER",
          "LEDGER_READS_DB_PASSWORD",
          "LEDGER_READS_DB_PASSWORD_FILE",
          "LEDGER_VIEWS",
          "LEDGER_WITNESSES",
          "LEDGER_LOG_FORMAT",
          "LEDGER_OTLP_ENDPOINT",
          "LEDGER_TRACE_RATIO",
          "LEDGER_KAFKA_BOOTSTRAP",
          "LEDGER_KAFKA_TOPIC",
          "LEDGER_KAFKA_PUBLIC_TOPIC",
          "LEDGER_KAFKA_PARTITIONS",
          "LEDGER_KAFKA_REPLICATION",
          "LEDGER_KAFKA_RETENTION",
          "LEDGER_KAFKA_PROPERTIES",
          "LEDGER_TOKEN",
          "LEDGER_DEBUG",
          "LEDGER_JAVA_OPTIONS",
          "LEDGER_IMAGE",
          "LEDGER_MEMORY",
          "LEDGER_PORT",
          "LEDGER_PORT_1",
          "LEDGER_PORT_2",
          "LEDGER_DEBIAN_SUITE",
          "LEDGER_TRAIN");

  /** What orchestrators set by themselves for a service of the name {@code ledger} or the like. */
  private static final Pattern OF_A_SERVICE =
      Pattern.compile(
          "LEDGER_(\\w+_)?(SERVICE_(HOST|PORT)(_\\w+)?|PORT(_\\d+_(TCP|UDP|SCTP)\\w*)?)");

  private static final Pattern ADDRESS = Pattern.compile("(tcp|udp|sctp)://.*");

  private SettingNames() {}

  private static boolean isOfAService(String name, Map<String, String> environment) {
    return OF_A_SERVICE.matcher(name).matches()
        && (!name.endsWith("_PORT")
            || name.endsWith("_SERVICE_PORT")
            || ADDRESS.matcher(environment.getOrDefault(name, "")).matches());
  }

  /**
   * Refuses what begins as a setting of the ledger does and is none.
   *
   * @throws CommandProblem that names it
   */
  static void requireKnown(Map<String, String> environment) {
    environment.keySet().stream()
        .filter(name -> name.startsWith("LEDGER_"))
        .filter(name -> !KNOWN.contains(name) && !isOfAService(name, environment))
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              throw new CommandProblem(
                  name
                      + " in the environment is no setting of the ledger: correct or unset it;"
                      + " docs/operating.md names all of them");
            });
  }
}
