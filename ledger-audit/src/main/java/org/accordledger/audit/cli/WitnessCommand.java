package org.accordledger.audit.cli;

import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.files.DirectoryLock;
import org.accordledger.audit.trust.TrustedKey;
import org.accordledger.audit.witness.Witness;
import org.accordledger.audit.witness.WitnessServer;
import org.accordledger.log.note.SignerKey;
import org.accordledger.log.note.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a witness. */
@Command(
    name = "witness",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a witness of logs (c2sp.org/tlog-witness).",
      "Cosigns the checkpoints of known logs that continue all it has seen of them, and refuses the"
          + " others.",
      "Two of one size and different roots are kept as evidence: the log has signed both. Stop it"
          + " with Ctrl-C."
    })
final class WitnessCommand implements Callable<Integer> {
  private static final Pattern ADDRESS = Pattern.compile("(.+):([0-9]{1,5})");
  private static final int MAX_PORT = 65_535;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:8090",
      description = "Where to listen; port 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private String listen = "127.0.0.1:8090";

  @Option(
      names = "--log",
      required = true,
      paramLabel = "VKEY",
      description = "Verifier key of a log, or a file with it; repeat it for more.")
  private List<String> logs = new ArrayList<>();

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "The witness's secret key, made with 'audit key --witness'.")
  private Path key = Path.of("");

  @Option(
      names = "--state",
      required = true,
      paramLabel = "DIR",
      description = "What it has cosigned; without it a witness is worth nothing, so keep it.")
  private Path state = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  WitnessCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    SignerKey secret = TrustedKey.secret(key);
    List<VerifierKey> known = logs.stream().map(TrustedKey::parse).toList();
    try (DirectoryLock _ = new DirectoryLock(state, "witness");
        WitnessServer server =
            new WitnessServer(
                new Witness(secret, known, state, InstantSource.system()),
                address(),
                line -> say(out, line))) {
      say(out, "witness: " + secret.verifier());
      say(
          out,
          "listening on http://%s:%d"
              .formatted(server.address().getHostString(), server.address().getPort()));
      new CountDownLatch(1).await();
    }
    return 0;
  }

  private static void say(PrintWriter out, String line) {
    synchronized (out) {
      out.println(line);
      out.flush();
    }
  }

  private InetSocketAddress address() {
    Matcher parts = ADDRESS.matcher(listen);
    if (!parts.matches() || Integer.parseInt(parts.group(2)) > MAX_PORT) {
      throw new AuditProblem("--listen is a host and a port, for example 127.0.0.1:8090");
    }
    InetSocketAddress address =
        new InetSocketAddress(parts.group(1), Integer.parseInt(parts.group(2)));
    if (address.isUnresolved()) {
      throw new AuditProblem("--listen: there is no host " + parts.group(1));
    }
    return address;
  }
}
