package org.accordledger.audit.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.accordledger.audit.fetch.Fetch;
import org.accordledger.audit.fetch.FetchReport;
import org.accordledger.audit.fetch.Http;
import org.accordledger.audit.files.AuditDirectory;
import org.accordledger.audit.files.DirectoryLock;
import org.accordledger.audit.verify.Seen;
import org.accordledger.log.LogText;
import org.accordledger.log.note.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches a log. */
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    description = {
      "Fetches a log and its payloads, or what is new of them.",
      "May be stopped at any time and run again. A file is stored only after it has proved to"
          + " belong to",
      "what the server has signed."
    })
final class FetchCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "The audit directory; made if it is not there.")
  private Path directory = Path.of("");

  @Option(
      names = "--from",
      required = true,
      paramLabel = "URL",
      description = "Address of the ledger, for example https://ledger.example.")
  private URI server = URI.create("");

  @Option(
      names = "--no-payloads",
      description = "The log alone. Payloads that lie here already are kept.")
  private boolean noPayloads;

  @Mixin private LogOptions options = new LogOptions();
  @Mixin private ServerOptions connection = new ServerOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  FetchCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    AuditDirectory audit = new AuditDirectory(directory);
    Seen seen = new Seen(audit.seen());
    try (DirectoryLock _ = new DirectoryLock(directory, "fetch");
        Http http = connection.to(server)) {
      Fetch fetch = new Fetch(audit, http, (what, steps) -> new Bar(what, "", steps));
      Optional<VerifierKey> kept = seen.key();
      VerifierKey trusted =
          options.given().or(() -> kept).orElseGet(() -> onFirstUse(fetch.servedKey()));
      FetchReport report = fetch.run(trusted, !noPayloads);
      if (kept.isEmpty()) {
        seen.trust(trusted);
      }
      print(out, report, trusted);
    }
    return 0;
  }

  private static VerifierKey onFirstUse(VerifierKey served) {
    System.err.println(
        "audit: warning: trusting the key the server gives for itself: "
            + served
            + "; compare it with the one its operator published, or give that one with --key");
    return served;
  }

  private void print(PrintWriter out, FetchReport report, VerifierKey trusted) {
    out.printf("log: %s%n", report.checkpoint().origin());
    out.printf("key: %s%n", trusted);
    out.printf(
        Locale.ROOT,
        "stored: %,d hash tiles, %,d entry bundles, %,d payload lines%n",
        report.tiles(),
        report.bundles(),
        report.payloads());
    out.printf(
        "fetched: %d entries, %d of them new, root %s%n",
        report.checkpoint().size(),
        report.checkpoint().size() - report.before(),
        LogText.base64(report.checkpoint().root()));
    out.printf("next: ./ledger audit verify %s%n", directory);
    out.flush();
  }
}
