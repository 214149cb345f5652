package org.accordledger.api.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.accordledger.api.embedded.DatabaseAccess;

/**
 * A PostgreSQL that the environment names: {@code LEDGER_DB_URL}, instead of the embedded one, as
 * {@code jdbc:postgresql://host/name} or {@code postgresql://user:password@host/name}, with {@code
 * LEDGER_DB_USER} and {@code LEDGER_DB_PASSWORD}, or a file that {@code LEDGER_DB_PASSWORD_FILE}
 * names, where the URL does not carry them; and in the same way {@code LEDGER_READS_DB_URL}, where
 * the views are read.
 */
final class ExternalDatabase {
  private ExternalDatabase() {}

  /**
   * What the environment names; empty if it names none.
   *
   * @throws CommandProblem if it names it wrongly
   */
  static Optional<DatabaseAccess> of(Map<String, String> environment) {
    return named("LEDGER_DB", environment);
  }

  /**
   * Where the environment says that the views are read; empty if it does not.
   *
   * @throws CommandProblem if it says it wrongly
   */
  static Optional<DatabaseAccess> ofReads(Map<String, String> environment) {
    return named("LEDGER_READS_DB", environment);
  }

  private static Optional<DatabaseAccess> named(String prefix, Map<String, String> environment) {
    String variable = prefix + "_URL";
    String url = environment.getOrDefault(variable, "").strip();
    String user = environment.getOrDefault(prefix + "_USER", "");
    if (url.isEmpty()) {
      Stream.of("_USER", "_PASSWORD", "_PASSWORD_FILE")
          .map(prefix::concat)
          .filter(name -> !environment.getOrDefault(name, "").isEmpty())
          .findFirst()
          .ifPresent(
              name -> {
                throw new CommandProblem(
                    name
                        + " is set and "
                        + variable
                        + " is not: name the database there, or unset the first");
              });
      return Optional.empty();
    }
    String password = password(prefix, environment);
    if (url.startsWith("jdbc:postgresql:")) {
      return Optional.of(new DatabaseAccess(url, user.isEmpty() ? "postgres" : user, password));
    }
    if (!url.matches("postgres(ql)?://\\S+")) {
      throw new CommandProblem(
          variable
              + " is not understood: expected jdbc:postgresql://host/name or"
              + " postgresql://user:password@host/name");
    }
    return Optional.of(parts(variable, url, user, password));
  }

  private static String password(String prefix, Map<String, String> environment) {
    String variable = prefix + "_PASSWORD_FILE";
    String file = environment.getOrDefault(variable, "");
    String given = environment.getOrDefault(prefix + "_PASSWORD", "");
    if (file.isEmpty() || !given.isEmpty()) {
      return given;
    }
    try {
      return Files.readString(Path.of(file)).stripTrailing();
    } catch (IOException e) {
      throw new CommandProblem(variable + " cannot be read: " + e);
    }
  }

  private static DatabaseAccess parts(String variable, String url, String user, String password) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new CommandProblem(variable + " is no address; percent-encode its special characters");
    }
    if (uri.getHost() == null) {
      throw new CommandProblem(
          variable
              + " names no host that can be read: write jdbc:postgresql://host/name, and the user"
              + " and the password in the variables beside it");
    }
    String[] named = Optional.ofNullable(uri.getUserInfo()).orElse("").split(":", 2);
    String jdbc =
        "jdbc:postgresql://"
            + uri.getHost()
            + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
            + uri.getRawPath()
            + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    String owner = named[0].isEmpty() ? user : named[0];
    return new DatabaseAccess(
        jdbc,
        owner.isEmpty() ? "postgres" : owner,
        named.length > 1 && !named[1].isEmpty() ? named[1] : password);
  }

  /**
   * Tries to connect.
   *
   * @throws CommandProblem if it cannot
   */
  static void requireReachable(DatabaseAccess access) {
    Properties properties = new Properties();
    properties.setProperty("user", access.user());
    properties.setProperty("password", access.password());
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("loginTimeout", "10");
    try {
      DriverManager.getConnection(access.jdbcUrl(), properties).close();
    } catch (SQLException e) {
      throw new CommandProblem(
          "the database of LEDGER_DB_URL cannot be reached ("
              + String.valueOf(e.getMessage()).replaceAll("\\s+", " ")
              + "): start it, or correct LEDGER_DB_URL, LEDGER_DB_USER and LEDGER_DB_PASSWORD");
    }
  }
}
