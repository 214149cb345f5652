package org.accordledger.api.backup;

import static org.accordledger.api.Scenario.created;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.accordledger.api.LedgerSettings;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestLedger;
import org.accordledger.api.embedded.DataDirectory;
import org.accordledger.api.embedded.DatabaseAccess;
import org.accordledger.api.embedded.EmbeddedDatabase;
import org.accordledger.core.Role;

/** A ledger on the embedded database of a data directory, as {@code serve} runs it. */
final class KeptLedger implements AutoCloseable {
  private static final Map<String, String> PUBLISHED = Map.of("Prefer", "wait=published");

  private final DataDirectory directory;
  private final EmbeddedDatabase database;
  private final TestLedger ledger;

  KeptLedger(Path data) {
    directory = DataDirectory.open(data);
    database = EmbeddedDatabase.start(directory);
    ledger =
        new TestLedger(
            LedgerSettings.of(
                Map.of(
                    "ledger.db-url", access().jdbcUrl(),
                    "ledger.db-user", access().user(),
                    "ledger.db-password", access().password(),
                    "ledger.port", "0",
                    "ledger.data-directory", data.toString())));
  }

  TestLedger ledger() {
    return ledger;
  }

  DatabaseAccess access() {
    return database.access();
  }

  Path path() {
    return directory.path();
  }

  /** Files allegations, the last of which is published when this returns. */
  void grow(Scenario scenario, int cases) {
    for (int i = 1; i < cases; i++) {
      created(scenario.submit(null));
    }
    created(scenario.as(Role.PARTY, "alba").post("/cases", scenario.allegation(null), PUBLISHED));
  }

  /** The checkpoint that is served, as its lines. */
  String checkpoint() {
    try {
      return Files.readString(path().resolve("log/checkpoint"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String sql(String statement) {
    try (Connection connection =
            DriverManager.getConnection(access().jdbcUrl(), access().user(), access().password());
        Statement open = connection.createStatement()) {
      if (!open.execute(statement)) {
        return "";
      }
      try (ResultSet row = open.getResultSet()) {
        assertThat(row.next()).isTrue();
        return row.getString(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    ledger.running().close();
    database.close();
    directory.close();
  }
}
