package org.accordledger.api.cli;

import java.io.PrintWriter;
import java.util.Set;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The entry point of the application. */
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    version = "accord-ledger 0.1.0",
    description = "An event-sourced compliance ledger for accords between parties.",
    footer = {
      "",
      "Exit code: 0 it worked, 1 it did not, 2 the command was not understood.",
      "Benchmarks: ./ledger bench --help. Verification: ./ledger audit --help."
    },
    subcommands = {
      BackupCommand.class,
      ViewsCommand.class,
      DemoCommand.class,
      ElectionsCommand.class,
      ServeCommand.class,
      ImportCommand.class,
      KeyCommand.class,
      ProjectionsCommand.class,
      ReportCommand.class,
      RestoreCommand.class,
      ScorecardCommand.class,
      SeriesCommand.class,
      TokenCommand.class
    })
public final class Ledger implements Runnable {
  /** Failures whose message is written for the user. */
  private static final Set<String> SPOKEN =
      Set.of(
          "AuditProblem",
          "BackupProblem",
          "CommandProblem",
          "DataDirectoryProblem",
          "ImportProblem",
          "InvalidValue",
          "LogContradiction",
          "ServerUnreachable",
          "SigningKeysProblem",
          "YamlProblem");

  @Spec private CommandSpec spec = CommandSpec.create();

  Ledger() {}

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param arguments of the command line
   */
  public static void main(String[] arguments) {
    System.setProperty("axoniq.update-checker.disabled", "true");
    // until the server configures logging, its libraries have nothing to say to a user
    LoggingSystem.get(Ledger.class.getClassLoader()).beforeInitialize();
    CommandLine line = commandLine();
    try {
      SettingNames.requireKnown(System.getenv());
    } catch (CommandProblem misspelt) {
      System.exit(failed(misspelt, line));
    }
    System.exit(line.execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Ledger());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((failure, command, result) -> failed(failure, command));
    return line;
  }

  private static int failed(Exception failure, CommandLine command) {
    PrintWriter err = command.getErr();
    boolean spoken = SPOKEN.contains(failure.getClass().getSimpleName());
    err.println(
        "ledger: "
            + (spoken
                ? failure.getMessage()
                : "unexpected failure: "
                    + failure
                    + "; run again with LEDGER_DEBUG=1 to see where, and report it"));
    if ("1".equals(System.getenv("LEDGER_DEBUG"))) {
      failure.printStackTrace(err);
    }
    err.flush();
    return ExitCode.SOFTWARE;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
