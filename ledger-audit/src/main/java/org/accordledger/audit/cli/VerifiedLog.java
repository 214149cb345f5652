package org.accordledger.audit.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.Fault;
import org.accordledger.audit.files.AuditDirectory;
import org.accordledger.audit.files.LogDirectory;
import org.accordledger.audit.files.PayloadFiles;
import org.accordledger.audit.trust.KeyChain;
import org.accordledger.audit.verify.OlderPartials;
import org.accordledger.audit.verify.PayloadCounts;
import org.accordledger.audit.verify.Seen;
import org.accordledger.audit.verify.SeenCheck;
import org.accordledger.audit.verify.Verdict;
import org.accordledger.audit.verify.Verification;
import org.accordledger.log.note.Checkpoint;
import org.jspecify.annotations.Nullable;

/** The log a command works on, and the verification every one of them begins with. */
final class VerifiedLog {
  private final LogDirectory log;
  private final AuditDirectory directory;
  private final @Nullable Seen seen;
  private final KeyChain keys;
  private final PrintWriter out;

  /**
   * Opens a directory.
   *
   * @param remembered the file of the checkpoint to hold it against; null for the one in an audit
   *     directory, and for none in a server's own
   * @throws AuditProblem when there is no log, or no key
   */
  VerifiedLog(Path path, LogOptions options, @Nullable Path remembered, PrintWriter out) {
    directory = new AuditDirectory(path);
    log = LogDirectory.of(path);
    boolean own = !log.root().equals(directory.log());
    seen = remembered != null ? new Seen(remembered) : own ? null : new Seen(directory.seen());
    keys = options.keys(log, seen);
    this.out = out;
  }

  LogDirectory log() {
    return log;
  }

  KeyChain keys() {
    return keys;
  }

  Path payloads() {
    return directory.payloads();
  }

  /**
   * Verifies everything and remembers it.
   *
   * @throws AuditProblem that names the first position that is wrong
   */
  Verdict verify() {
    Verdict verdict = pass(true);
    Optional<Checkpoint> before = continues(verdict.checkpoint());
    Fault older = new OlderPartials(log, verdict.checkpoint().size()).fault();
    if (older != null) {
      throw new AuditProblem("not verified: " + older);
    }
    if (seen != null) {
      long size = verdict.checkpoint().size();
      long known = before.map(Checkpoint::size).orElse(0L);
      seen.remember(verdict.note(), keys.current(size), log, size, known);
    }
    print(verdict.payloads());
    return verdict;
  }

  /** Verifies the hashes, the root and the signature alone, and remembers nothing. */
  Verdict hashes() {
    Verdict verdict = pass(false);
    continues(verdict.checkpoint());
    return verdict;
  }

  private Verdict pass(boolean readLeaves) {
    long size = keys.checkpoint(log.checkpoint(), log.root() + "/checkpoint").size();
    Verdict verdict;
    long started;
    try (PayloadFiles payloads = PayloadFiles.in(directory.payloads());
        Bar bar = new Bar(readLeaves ? "verifying" : "hashing", " entries", size)) {
      int threads = Runtime.getRuntime().availableProcessors();
      Verification verification = new Verification(log, keys, payloads, readLeaves, threads, bar);
      started = System.nanoTime();
      verdict = verification.run();
    }
    Fault fault = verdict.fault();
    if (fault != null) {
      throw new AuditProblem("not verified: " + located(fault, size));
    }
    rate(out, readLeaves ? "read" : "hashed", size, "entries", started);
    return verdict;
  }

  /** Says how long it took to do something with so many. */
  static void rate(PrintWriter out, String done, long number, String what, long started) {
    double seconds = Math.max(1, (System.nanoTime() - started) / 1_000_000) / 1_000.0;
    out.printf(
        Locale.ROOT,
        "%s: %,d %s in %.1f s, %,.0f %s/s%n",
        done,
        number,
        what,
        seconds,
        number / seconds,
        what);
  }

  /** What is remembered names the position where the files themselves do not give it away. */
  private Fault located(Fault fault, long size) {
    if (fault.position() != Fault.UNKNOWN || seen == null) {
      return fault;
    }
    return seen.firstChange(log, size, size)
        .map(position -> new Fault(position, "it was another entry last time, and " + fault.what()))
        .orElse(fault);
  }

  private Optional<Checkpoint> continues(Checkpoint now) {
    if (seen == null) {
      out.println("seen: nothing is remembered of a server's own directory; --seen FILE would");
      return Optional.empty();
    }
    SeenCheck check = new SeenCheck(seen, log, now);
    Optional<Checkpoint> before = check.remembered(keys);
    before.ifPresent(
        checkpoint -> {
          Fault fault = check.fault(checkpoint);
          if (fault != null) {
            throw new AuditProblem("not verified: " + fault);
          }
        });
    out.println(
        before
            .map(was -> "seen: continues the %,d entries verified last time".formatted(was.size()))
            .orElse("seen: verified for the first time; from now on it may only grow"));
    return before;
  }

  private void print(PayloadCounts payloads) {
    String absent =
        Files.isDirectory(directory.payloads())
            ? "%,d not fetched".formatted(payloads.absent())
            : "none fetched";
    out.printf(
        Locale.ROOT,
        "payloads: %,d checked, %,d withheld, %s%n",
        payloads.checked(),
        payloads.withheld(),
        absent);
  }
}
