package org.accordledger.api.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.Progress;
import org.accordledger.audit.fetch.Fetch;
import org.accordledger.audit.fetch.FetchReport;
import org.accordledger.audit.fetch.Http;
import org.accordledger.audit.files.AuditDirectory;
import org.accordledger.audit.files.LogDirectory;
import org.accordledger.audit.files.PayloadFiles;
import org.accordledger.audit.trust.TrustedKey;
import org.accordledger.audit.verify.Verdict;
import org.accordledger.audit.verify.Verification;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.VerifierKey;
import org.springframework.util.FileSystemUtils;

/** What anybody may read of a running ledger, fetched and verified as an auditor does it. */
final class PublicFiles {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private PublicFiles() {}

  /**
   * Fetches the public files into a directory that is gone afterwards, and verifies every entry,
   * tile and payload of them.
   *
   * @param data the ledger's data directory, from which the key is taken
   * @return the checkpoint they lead to
   * @throws org.accordledger.audit.AuditProblem that names the first position that is wrong
   */
  static Checkpoint verified(URI server, Path data) {
    Path directory = temporary();
    try (Http http = new Http(server, null, LIMIT)) {
      AuditDirectory audit = new AuditDirectory(directory);
      FetchReport fetched =
          new Fetch(audit, http, (what, steps) -> Progress.NONE).run(key(data), true);
      try (PayloadFiles payloads = PayloadFiles.in(audit.payloads())) {
        int threads = Runtime.getRuntime().availableProcessors();
        Verdict verdict =
            new Verification(
                    LogDirectory.at(audit.log()),
                    fetched.keys(),
                    payloads,
                    true,
                    threads,
                    Progress.NONE)
                .run();
        if (verdict.fault() != null) {
          throw new AuditProblem("not verified: " + verdict.fault());
        }
        return verdict.checkpoint();
      }
    } finally {
      delete(directory);
    }
  }

  private static VerifierKey key(Path data) {
    List<Path> keys = LogDirectory.at(data.resolve("log")).verifierKeys();
    if (keys.size() != 1) {
      throw new CommandProblem(
          data.resolve("log") + " should hold one key of the log, and holds " + keys.size());
    }
    return TrustedKey.read(keys.getFirst());
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("ledger-public-files-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) {
    try {
      FileSystemUtils.deleteRecursively(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
