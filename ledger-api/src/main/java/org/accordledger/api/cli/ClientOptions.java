package org.accordledger.api.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Function;
import org.accordledger.api.client.Binding;
import org.accordledger.api.client.LedgerClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which ledger to speak to, and as whom. */
final class ClientOptions {
  private static final URI USUAL = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--server",
      paramLabel = "URL",
      description =
          "Address of the ledger (default: the one that runs on --data, else"
              + " http://127.0.0.1:8080).")
  private @Nullable URI server;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description =
          "Access token; LEDGER_TOKEN does the same. Reading without one shows what everybody"
              + " may see; writing on the server's own machine needs none.")
  private @Nullable String token;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data directory of a server on this machine (default: data, then data/demo).")
  private @Nullable Path data;

  ClientOptions() {}

  /** The token that was given; null if none was. */
  @Nullable String givenToken() {
    String fromEnvironment = System.getenv("LEDGER_TOKEN");
    if (token != null) {
      return token;
    }
    return fromEnvironment == null || fromEnvironment.isBlank() ? null : fromEnvironment;
  }

  private URI server() {
    if (server != null) {
      return server;
    }
    return data == null ? USUAL : LocalLedger.address(data);
  }

  /** A client with the token that was given, or else as the public. */
  LedgerClient client(int attempts) {
    return new LedgerClient(server(), givenToken(), attempts);
  }

  /** Gives the token that was given for everything, or else one of this machine's own. */
  Function<Binding, String> tokens() {
    String given = givenToken();
    return binding -> given != null ? given : LocalLedger.token(server(), data, binding);
  }
}
