package org.accordledger.audit.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.accordledger.audit.verify.Verdict;
import org.accordledger.log.LogText;
import org.accordledger.log.note.Checkpoint;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies a log from its files. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Verifies a log from its files, and names the first position that is wrong.",
      "Checks the signature, every entry, hash tile and payload, and that the log continues what"
          + " was",
      "verified last time."
    })
final class VerifyCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "DIR",
      description = "An audit directory, or a server's own log directory.")
  private Path directory = Path.of("");

  @Mixin private LogOptions options = new LogOptions();

  @Option(
      names = "--seen",
      paramLabel = "FILE",
      description = {
        "Checkpoint to hold the log against, for example another reader's; then holds the new one.",
        "Default: DIR/seen/checkpoint."
      })
  private @Nullable Path seen;

  @Option(
      names = "--hashes-only",
      description = "Hashes, root and signature alone; not what entries and payloads say.")
  private boolean hashesOnly;

  @Spec private CommandSpec spec = CommandSpec.create();

  VerifyCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    VerifiedLog log = new VerifiedLog(directory, options, seen, out);
    Verdict verdict = hashesOnly ? log.hashes() : log.verify();
    Checkpoint checkpoint = verdict.checkpoint();
    out.printf("log: %s%n", checkpoint.origin());
    out.printf(
        "%s: %d entries, root %s%n",
        hashesOnly ? "hashes verified" : "verified",
        checkpoint.size(),
        LogText.base64(checkpoint.root()));
    out.flush();
    return 0;
  }
}
