package org.accordledger.audit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.files.LogDirectory;
import org.accordledger.audit.trust.KeyChain;
import org.accordledger.audit.trust.TrustedKey;
import org.accordledger.audit.verify.Seen;
import org.accordledger.log.note.VerifierKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which key to trust. */
final class LogOptions {
  @Option(
      names = "--key",
      paramLabel = "VKEY",
      description = {
        "The log's verifier key, or a file with it, got from the operator by another way than the"
            + " log itself.",
        "Default: the one it was verified with last time."
      })
  private @Nullable String key;

  LogOptions() {}

  /** The key that was given. */
  Optional<VerifierKey> given() {
    return Optional.ofNullable(key).map(TrustedKey::parse);
  }

  /**
   * The keys that sign for the log in a directory.
   *
   * @throws AuditProblem when there is no key to begin with, or the successions do not hold
   */
  KeyChain keys(LogDirectory log, @Nullable Seen seen) {
    return KeyChain.of(trusted(log, seen), log.successions());
  }

  /**
   * The same with the keys before the trusted one, for what was signed before a rotation and is
   * held against the log in the directory.
   */
  KeyChain keysAndFormer(LogDirectory log, @Nullable Seen seen) {
    return KeyChain.withFormer(trusted(log, seen), log.successions());
  }

  private VerifierKey trusted(LogDirectory log, @Nullable Seen seen) {
    return given().or(() -> seen == null ? Optional.empty() : seen.key()).orElseGet(() -> own(log));
  }

  private static VerifierKey own(LogDirectory log) {
    List<Path> files = log.verifierKeys();
    if (files.size() != 1) {
      throw new AuditProblem(
          "no key to verify "
              + log.root()
              + " with; give the log's verifier key, as its operator published it, with --key");
    }
    System.err.println(
        "audit: warning: the key is the one that lies beside the log ("
            + files.getFirst()
            + "): compare it with the one its operator published, or give that one with --key");
    return TrustedKey.read(files.getFirst());
  }
}
