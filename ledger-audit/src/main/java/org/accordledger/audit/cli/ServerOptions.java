package org.accordledger.audit.cli;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.fetch.Http;
import org.accordledger.audit.files.BoundedFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** As whom to ask a server, and how long. */
final class ServerOptions {
  private static final int MAX_TOKEN = 16_384;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "File with an access token on its only line (default: read as the public).")
  private @Nullable Path tokenFile;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description = "Longest wait for one file (default: ${DEFAULT-VALUE}).")
  private int timeout = 120;

  ServerOptions() {}

  /** A connection to this server. */
  Http to(URI server) {
    if (timeout < 1) {
      throw new AuditProblem("--timeout is at least 1 second");
    }
    return new Http(server, token(), Duration.ofSeconds(timeout));
  }

  private @Nullable String token() {
    if (tokenFile == null) {
      return null;
    }
    String token =
        new String(BoundedFile.read(tokenFile, MAX_TOKEN), StandardCharsets.UTF_8).strip();
    if (!token.matches("[\\x21-\\x7e]+")) {
      throw new AuditProblem(tokenFile + " holds no access token, or more than one");
    }
    return token;
  }
}
