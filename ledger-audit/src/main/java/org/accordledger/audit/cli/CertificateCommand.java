package org.accordledger.audit.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.certificate.Certificate;
import org.accordledger.audit.certificate.Filters;
import org.accordledger.audit.certificate.Statement;
import org.accordledger.audit.files.LogDirectory;
import org.accordledger.audit.files.PayloadFiles;
import org.accordledger.audit.trust.KeyChain;
import org.accordledger.audit.trust.TrustedKey;
import org.accordledger.audit.verify.Verdict;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.scorecard.Period;
import org.accordledger.log.LogText;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.VerifierKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Issues certificates and checks them. */
@Command(
    name = "certificate",
    mixinStandardHelpOptions = true,
    description = {
      "Signs a scorecard with the events behind every figure, or checks such a certificate.",
      "Verifies the log and works the scorecard out anew; writes NAME.txt to read and NAME.json"
          + " with the",
      "positions. Checking needs no server and no log.",
      "  audit certificate audit --sign-with auditor.key --out 2026 --accord accord-x",
      "  audit certificate --check 2026.txt --auditor auditor.key.vkey --key VKEY"
    })
final class CertificateCommand implements Callable<Integer> {
  /** How a certificate that was checked is printed. */
  enum Format {
    TEXT,
    JSON
  }

  @Parameters(arity = "0..1", paramLabel = "DIR", description = "The audit directory.")
  private @Nullable Path directory;

  @Option(names = "--sign-with", paramLabel = "FILE", description = "The auditor's secret key.")
  private @Nullable Path auditorKey;

  @Option(names = "--out", paramLabel = "NAME", description = "Name of the two files to write.")
  private @Nullable Path target;

  @Option(
      names = "--as-of",
      paramLabel = "POSITION",
      description = "As it stood at a position (default: the last).")
  private @Nullable Long asOf;

  @Option(names = "--method", paramLabel = "N", description = "Graded by this method.")
  private @Nullable Integer method;

  @Option(names = "--accord", paramLabel = "ID", description = "Only this accord.")
  private @Nullable String accord;

  @Option(names = "--party", paramLabel = "ID", description = "Only this party.")
  private @Nullable String party;

  @Option(names = "--clause", paramLabel = "CODE", description = "Only this clause.")
  private @Nullable String clause;

  @Option(
      names = "--incidents",
      paramLabel = "FROM..TO",
      description = "Only incidents of these months, for example 2016-01..2016-12.")
  private @Nullable String incidents;

  @Option(names = "--check", paramLabel = "FILE", description = "The certificate to check.")
  private @Nullable Path certificate;

  @Option(
      names = "--auditor",
      paramLabel = "VKEY",
      description = "The auditor's verifier key, or a file with it.")
  private @Nullable String auditor;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "TEXT",
      description = "With --check: text or json (default: text).")
  private Format format = Format.TEXT;

  @Mixin private LogOptions options = new LogOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  CertificateCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (certificate != null) {
      check(certificate, out);
    } else {
      issue(out);
    }
    out.flush();
    return 0;
  }

  private void issue(PrintWriter out) {
    if (directory == null || auditorKey == null || target == null) {
      throw new AuditProblem("give DIR, --sign-with FILE and --out NAME, or --check FILE");
    }
    var key = TrustedKey.secret(auditorKey);
    VerifiedLog log = new VerifiedLog(directory, options, null, out);
    Verdict verified = log.verify();
    long last = verified.checkpoint().size() - 1;
    long position = asOf == null ? last : asOf;
    if (position < 0 || position > last) {
      throw new AuditProblem(
          "--as-of %d: the log here has positions 0 to %d".formatted(position, last));
    }
    Statement statement;
    try (PayloadFiles payloads = PayloadFiles.in(log.payloads());
        Bar bar = new Bar("replaying", " events", position + 1)) {
      statement = Statement.of(log.log(), verified, payloads, position, filters(), bar);
    }
    Certificate written = new Certificate(target);
    written.write(statement, key);
    out.printf("certificate: %s and %s%n", written.note(), written.json());
    out.printf("auditor: %s%n", key.verifier());
  }

  private Filters filters() {
    return new Filters(
        accord == null ? null : new AccordId(accord),
        party == null ? null : new BodyId(party),
        clause == null ? null : new ClauseCode(clause),
        period(),
        method);
  }

  private Period period() {
    if (incidents == null) {
      return Period.ALL;
    }
    String[] ends = incidents.split("\\.\\.", -1);
    try {
      if (ends.length == 2) {
        return new Period(month(ends[0]), month(ends[1]));
      }
    } catch (DateTimeException e) {
      throw new AuditProblem("--incidents: '" + incidents + "' has no such month", e);
    }
    throw new AuditProblem("--incidents is FROM..TO, for example 2016-01..2016-12");
  }

  private static @Nullable YearMonth month(String text) {
    return text.isEmpty() ? null : YearMonth.parse(text);
  }

  private void check(Path file, PrintWriter out) {
    if (auditor == null) {
      throw new AuditProblem("whose certificate is it? Give the auditor's key with --auditor");
    }
    Certificate given = Certificate.named(file);
    VerifierKey by = TrustedKey.parse(auditor);
    String text = given.check(by, keys());
    out.print(format == Format.JSON ? LogText.utf8(given.statement()) + "\n" : text);
    if (format == Format.TEXT) {
      out.printf("the certificate holds: signed by %s%n", by.name());
    }
  }

  private KeyChain keys() {
    List<SignedNote> successions =
        directory == null ? List.of() : LogDirectory.of(directory).successions();
    return KeyChain.of(
        options
            .given()
            .orElseThrow(() -> new AuditProblem("give the key of the log it is about with --key")),
        successions);
  }
}
