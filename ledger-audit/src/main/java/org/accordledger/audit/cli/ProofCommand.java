package org.accordledger.audit.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.files.AuditDirectory;
import org.accordledger.audit.files.BoundedFile;
import org.accordledger.audit.files.DurableFile;
import org.accordledger.audit.files.LogDirectory;
import org.accordledger.audit.receipts.Receipts;
import org.accordledger.audit.trust.KeyChain;
import org.accordledger.audit.verify.Seen;
import org.accordledger.log.Leaf;
import org.accordledger.log.LogText;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.proof.Receipt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes receipts and checks them. */
@Command(
    name = "proof",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the receipt of a position from the files alone (c2sp.org/tlog-proof), or checks one.",
      "  audit proof 517 --dir audit --out 517.receipt",
      "  audit proof --check 517.receipt --dir audit",
      "  audit proof --check 517.receipt --leaf leaf.json --key VKEY"
    })
final class ProofCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "POSITION", description = "Position in the log, from 0.")
  private @Nullable Long position;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "The audit directory (default: this directory, if it is one).")
  private @Nullable Path directory;

  @Option(names = "--out", paramLabel = "FILE", description = "Where to write the receipt.")
  private @Nullable Path target;

  @Option(names = "--check", paramLabel = "FILE", description = "The receipt to check.")
  private @Nullable Path receipt;

  @Option(
      names = "--leaf",
      paramLabel = "FILE",
      description = "The entry it is said to be about (default: the one in the directory).")
  private @Nullable Path leaf;

  @Mixin private LogOptions options = new LogOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  ProofCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if ((position == null) == (receipt == null)) {
      throw new AuditProblem("give either a position, or a receipt with --check");
    }
    if (receipt != null) {
      check(receipt, out);
    } else if (position != null) {
      make(position, out);
    }
    out.flush();
    return 0;
  }

  private void make(long at, PrintWriter out) {
    LogDirectory log = LogDirectory.of(directory());
    byte[] bytes = new Receipts(keys(log)).make(log, at).bytes();
    if (target == null) {
      out.print(LogText.utf8(bytes));
    } else {
      DurableFile.write(target, bytes);
      out.println("receipt of position " + at + " written to " + target);
    }
  }

  private void check(Path file, PrintWriter out) {
    Receipt given = Receipt.parse(BoundedFile.read(file, 2 * SignedNote.MAX_BYTES));
    LogDirectory log = directory == null && leaf != null ? null : LogDirectory.of(directory());
    byte[] bytes = leaf != null ? BoundedFile.read(leaf, Leaf.MAX_BYTES) : here(log, given);
    Checkpoint signed =
        new Receipts(log != null ? options.keysAndFormer(log, seen()) : givenKey())
            .check(given, bytes);
    if (log != null) {
      new Receipts(keys(log)).requireSameHistory(signed, log);
    }
    Leaf entry = Leaf.read(bytes);
    out.printf(
        "position %d: %s, version %d of %s, recorded %s%n",
        given.proof().index(),
        entry.type(),
        entry.streamVersion(),
        entry.streamId(),
        entry.recordedAt());
    out.printf(
        "the receipt holds: signed by %s with %d entries, root %s%n",
        signed.origin(), signed.size(), LogText.base64(signed.root()));
  }

  private static byte[] here(@Nullable LogDirectory log, Receipt given) {
    if (log == null) {
      throw new AuditProblem("give the entry with --leaf, or a directory with --dir");
    }
    long size = Checkpoint.parse(log.checkpoint().unverifiedText()).size();
    return log.leaf(given.proof().index(), size);
  }

  private KeyChain keys(LogDirectory log) {
    return options.keys(log, seen());
  }

  private @Nullable Seen seen() {
    Path seen = new AuditDirectory(directory()).seen();
    boolean known = Files.isDirectory(DurableFile.directory(seen));
    return known ? new Seen(seen) : null;
  }

  private KeyChain givenKey() {
    return KeyChain.of(
        options.given().orElseThrow(() -> new AuditProblem("give the log's key with --key")),
        List.of());
  }

  private Path directory() {
    return directory == null ? Path.of("") : directory;
  }
}
