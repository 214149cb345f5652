package org.accordledger.api.cli;

/** Runs a command as the launcher does, for tests elsewhere. */
public final class CommandRun {
  private CommandRun() {}

  /** The exit code. */
  public static int of(String... arguments) {
    return Ledger.commandLine().execute(arguments);
  }
}
