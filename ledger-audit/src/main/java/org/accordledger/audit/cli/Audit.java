package org.accordledger.audit.cli;

import java.io.PrintWriter;
import org.accordledger.audit.AuditProblem;
import org.accordledger.core.InvalidValue;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.NotProvenException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The entry point of the auditor. */
@Command(
    name = "ledger audit",
    mixinStandardHelpOptions = true,
    version = "accord-ledger audit 0.1.0",
    description = {
      "Checks a ledger from its public files alone, and shares nothing with the server.",
      "",
      "A directory is filled by 'fetch' and then needs no server:",
      "  ./ledger audit fetch audit --from https://ledger.example --key VKEY",
      "  ./ledger audit verify audit",
      "  ./ledger audit replay audit --compare https://ledger.example"
    },
    footer = {
      "",
      "Exit code: 0 it worked and everything holds, 1 it did not, 2 the command was not understood."
    },
    subcommands = {
      FetchCommand.class,
      VerifyCommand.class,
      ProofCommand.class,
      ReplayCommand.class,
      CertificateCommand.class,
      KeyCommand.class,
      WitnessCommand.class
    })
public final class Audit implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  Audit() {}

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param arguments of the command line
   */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line; gives an exit code, and does not end the process. */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Audit());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((failure, command, result) -> failed(failure, command));
    return line;
  }

  private static int failed(Exception failure, CommandLine command) {
    PrintWriter err = command.getErr();
    err.println(
        "audit: "
            + switch (failure) {
              case AuditProblem e -> e.getMessage();
              case LogFormatException e -> e.getMessage();
              case NotProvenException e -> e.getMessage();
              case InvalidValue e -> e.getMessage();
              default ->
                  "unexpected failure: "
                      + failure
                      + "; run again with LEDGER_DEBUG=1 to see where, and report it";
            });
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
