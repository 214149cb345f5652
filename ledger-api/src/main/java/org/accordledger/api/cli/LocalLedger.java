package org.accordledger.api.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.accordledger.api.client.Binding;
import org.accordledger.api.embedded.DataDirectory;
import org.accordledger.api.embedded.DatabaseAccess;
import org.accordledger.api.embedded.EmbeddedDatabase;
import org.accordledger.api.security.AccessTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The ledger whose database this user can open: through its data directory, or through
 * LEDGER_DB_URL. Who can do that may issue tokens; the commands on the server's machine therefore
 * work without set-up.
 */
final class LocalLedger {
  private LocalLedger() {}

  /** The tokens of the database that a data directory or the environment names. */
  static AccessTokens tokens(Path data) {
    DatabaseAccess access =
        ExternalDatabase.of(System.getenv())
            .or(() -> EmbeddedDatabase.running(data))
            .orElseThrow(() -> notRunning(data));
    return tokens(access);
  }

  /**
   * Works on the database that the environment or a data directory names, whether a ledger runs on
   * it or not.
   *
   * @throws CommandProblem if there is none
   */
  static <T> T withDatabase(Path data, Function<DatabaseAccess, T> work) {
    Optional<DatabaseAccess> external = ExternalDatabase.of(System.getenv());
    if (external.isPresent()) {
      ExternalDatabase.requireReachable(external.get());
      return work.apply(external.get());
    }
    return withEmbedded(data, work);
  }

  /**
   * Works on the embedded database of a data directory, whether a ledger runs on it or not.
   *
   * @throws CommandProblem if there is none
   */
  static <T> T withEmbedded(Path data, Function<DatabaseAccess, T> work) {
    Optional<DatabaseAccess> running = EmbeddedDatabase.running(data);
    if (running.isPresent()) {
      return work.apply(running.get());
    }
    if (!Files.isDirectory(data.resolve("postgres"))) {
      throw new CommandProblem(
          data + " holds no ledger with an embedded database: name its directory with --data");
    }
    try (DataDirectory own = DataDirectory.open(data);
        EmbeddedDatabase database = EmbeddedDatabase.start(own)) {
      return work.apply(database.access());
    }
  }

  /**
   * Where the server of a data directory listens.
   *
   * @throws CommandProblem if none runs on it
   */
  static URI address(Path data) {
    return DataDirectory.announced(data).map(URI::create).orElseThrow(() -> notRunning(data));
  }

  private static CommandProblem notRunning(Path data) {
    return new CommandProblem(
        "no ledger runs on "
            + data
            + ": start it with './ledger serve', or name its directory with --data");
  }

  private static AccessTokens tokens(DatabaseAccess access) {
    return new AccessTokens(
        new DriverManagerDataSource(access.jdbcUrl(), access.user(), access.password()));
  }

  /**
   * A token for a server on this machine.
   *
   * @param data the server's data directory; null looks in the usual places
   * @throws CommandProblem if the server is not found to be this user's own
   */
  static String token(URI server, @Nullable Path data, Binding binding) {
    Optional<DatabaseAccess> access = ExternalDatabase.of(System.getenv());
    List<Path> places =
        data != null ? List.of(data) : List.of(Path.of("data"), Path.of("data/demo"));
    for (Path place : places) {
      boolean runsHere =
          DataDirectory.announced(place).map(URI::create).filter(a -> same(a, server)).isPresent();
      if (access.isEmpty() && runsHere) {
        access = EmbeddedDatabase.running(place);
      }
    }
    return Tokens.issue(
        tokens(
            access.orElseThrow(
                () ->
                    new CommandProblem(
                        "no token for "
                            + server
                            + ": it runs on none of "
                            + places
                            + "; name its directory with --data, or give a token with --token or"
                            + " LEDGER_TOKEN"))),
        binding);
  }

  private static boolean same(URI one, URI other) {
    return one.getPort() == (other.getPort() < 0 ? 80 : other.getPort())
        && loopback(one.getHost())
        && loopback(other.getHost());
  }

  /** An all-in-one ledger may listen on a wildcard address; its own machine still reaches it. */
  private static boolean loopback(@Nullable String host) {
    return host != null && host.matches("127\\.0\\.0\\.1|localhost|\\[::1]|0\\.0\\.0\\.0|\\[0:.*]");
  }
}
