package org.accordledger.api.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.accordledger.api.backup.Backup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Backs up a ledger on its embedded PostgreSQL. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Backs up a ledger on its embedded PostgreSQL, while it runs or not.",
      "The backup holds the database as a whole and the published log. DIR is made, readable by"
          + " its",
      "owner alone; nothing is written over."
    },
    footer = {
      "",
      "  ./ledger backup /backups/monday --keys /safe/keys   the first time",
      "  ./ledger backup /backups/monday --add               each hour after it",
      "",
      "Each --add adds what came since, 16 MiB at least, so that 'restore' can stop at any time in",
      "between. Until then the ledger keeps it, up to 4 GiB. The keys that sign the log are"
          + " secrets",
      "and never part of a backup: keep them apart. A ledger on LEDGER_DB_URL is backed up with",
      "PostgreSQL's own tools: docs/operating.md."
    })
final class BackupCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "The backup; new, unless with --add.")
  private Path directory = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data directory of the ledger (default: ${DEFAULT-VALUE}).",
      defaultValue = "data")
  private Path data = Path.of("data");

  @Option(names = "--add", description = "Adds to the backup in DIR what came since.")
  private boolean add;

  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description = "Copies the keys that sign the log, too, into a new directory of their own.")
  private @Nullable Path keys;

  @Spec private CommandSpec spec = CommandSpec.create();

  BackupCommand() {}

  @Override
  public Integer call() {
    if (ExternalDatabase.of(System.getenv()).isPresent()) {
      throw new CommandProblem(
          "LEDGER_DB_URL names a PostgreSQL of yours: back it up with its own tools, as"
              + " docs/operating.md says");
    }
    Backup backup = new Backup(data, directory);
    Backup.Report report =
        LocalLedger.withEmbedded(data, access -> add ? backup.add(access) : backup.take(access));
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%s: %d published entries, %,d bytes in %s%n",
        add ? "added" : "backed up",
        report.published(),
        report.bytes(),
        directory);
    out.println("can be restored up to: " + report.reaches());
    if (keys != null) {
      backup.takeKeys(keys);
      out.println("keys that sign the log: " + keys + "; keep them apart from the backup");
    }
    out.flush();
    return 0;
  }
}
