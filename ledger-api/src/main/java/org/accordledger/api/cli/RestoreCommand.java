package org.accordledger.api.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.accordledger.api.backup.OutsideCheckpoint;
import org.accordledger.api.backup.Restore;
import org.accordledger.audit.trust.TrustedKey;
import org.accordledger.log.LogText;
import org.accordledger.log.note.VerifierKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Restores a backup and verifies it. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Restores a backup into a new data directory, and verifies all of it.",
      "Every file, every entry, tile, signature and payload is verified, and that the log"
          + " continues",
      "a checkpoint that was kept elsewhere. What is not verified is not put in place."
    },
    footer = {
      "",
      "  ./ledger restore /backups/monday --to data --keys /safe/keys \\",
      "    --checkpoint https://mirror.example/log/checkpoint",
      "",
      "A checkpoint from elsewhere (a mirror, an auditor's copy, a witness, a printed receipt)"
          + " alone",
      "can tell that a backup is too old. Without one, the end says so. The ledger starts on the",
      "restored directory once it has the keys that sign its log."
    })
final class RestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "The backup.")
  private Path backup = Path.of("");

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DATA",
      description = "The new data directory: absent or empty.")
  private Path target = Path.of("");

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE|URL",
      description =
          "A checkpoint kept elsewhere: a file, or the address of a ledger or mirror. The restored"
              + " log must begin with its entries.")
  private @Nullable String checkpoint;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description =
          "The log's verifier key, or a file with it (default: the one in the backup, which is"
              + " worth as much as the backup).")
  private @Nullable String key;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Stops at this RFC 3339 time (default: at the end of the backup).")
  private @Nullable String until;

  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description = "Puts these keys that sign the log in place, too.")
  private @Nullable Path keys;

  @Spec private CommandSpec spec = CommandSpec.create();

  RestoreCommand() {}

  @Override
  public Integer call() {
    VerifierKey trusted = key == null ? null : TrustedKey.parse(key);
    Instant end = until == null ? null : time(until);
    if (keys != null && !Files.isDirectory(keys)) {
      throw new CommandProblem(keys + " is no directory of keys");
    }
    Restore restore = new Restore(backup);
    Restore.Report report;
    if (checkpoint == null) {
      report = restore.to(target, end, trusted, null);
    } else {
      try (OutsideCheckpoint outside = OutsideCheckpoint.of(checkpoint)) {
        report = restore.to(target, end, trusted, outside);
      }
    }
    if (keys != null) {
      Restore.keys(keys, target);
    }
    print(report);
    return 0;
  }

  private static Instant time(String value) {
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeParseException e) {
      throw new CommandProblem(
          "--until " + value + " is no RFC 3339 time, for example 2026-11-22T18:30:00Z");
    }
  }

  private void print(Restore.Report report) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "restored: %d entries, %d of them published, in %s%n",
        report.entries(), report.published(), target);
    out.println(
        report.outside() == null
            ? "no checkpoint from elsewhere was given: that it is the latest rests on the backup"
            : "continues the %d entries of %s".formatted(report.outside(), checkpoint));
    if (keys == null) {
      out.println("no keys: put those that sign the log into " + target.resolve("keys"));
    }
    out.printf("verified: %d entries, root %s%n", report.entries(), LogText.base64(report.root()));
    out.flush();
  }
}
