package org.accordledger.api;

import static org.accordledger.api.Scenario.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever was let in is answered, and what was answered is published, before it stops. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ShutdownTest {
  private final LedgerSettings settings = TestDatabase.newDatabase();

  @Test
  void commands_under_way_are_stored_answered_and_published_and_nobody_else_is_let_in()
      throws Exception {
    RunningLedger running = LedgerApplication.start(settings);
    assertThat(running.awaitReady(Duration.ofMinutes(1))).isTrue();
    TestLedger ledger = new TestLedger(running);
    Scenario scenario = new Scenario(ledger).inForce();
    Client party = scenario.as(Role.PARTY, "alba");
    URI address = running.address();

    CompletableFuture<HttpAnswer> answer;
    CompletableFuture<Void> stopped;
    try (Connection holder = connect();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("select size from ledger.log_head for update");
      answer =
          CompletableFuture.supplyAsync(
              () -> party.post("/cases", scenario.allegation("under-way")));
      await().atMost(Duration.ofMinutes(1)).until(this::somebodyWaitsForTheHead);

      stopped = CompletableFuture.runAsync(running::close);
      await().atMost(Duration.ofMinutes(1)).until(() -> !accepts(address));
      assertThat(answer).isNotDone();
      assertThat(stopped).isNotDone();
      holder.rollback();
    }

    long position = created(answer.get()).json().get("position").asLong();
    stopped.get();
    assertThat(published()).isEqualTo(position + 1).isEqualTo(stored());
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        settings.databaseUrl(), settings.databaseUser(), settings.databasePassword());
  }

  private boolean somebodyWaitsForTheHead() throws SQLException {
    return number(
            "select count(*) from pg_stat_activity where datname = current_database()"
                + " and wait_event_type = 'Lock' and query like '%log_head%'")
        > 0;
  }

  private long stored() throws SQLException {
    return number("select size from ledger.log_head");
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getLong(1);
    }
  }

  private long published() throws IOException {
    String checkpoint = Files.readString(settings.dataDirectory().resolve("log/checkpoint"));
    return Long.parseLong(checkpoint.lines().skip(1).findFirst().orElseThrow());
  }

  private static boolean accepts(URI address) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), 1_000);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
