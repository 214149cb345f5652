package org.accordledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What is said of a database that is there and yet does not serve: a sentence that tells nothing.
 */
class UnavailableTest {
  private static final String NOT_NOW =
      "The ledger's database does not take this now: its operator finds the reason in the ledger's"
          + " log.";

  @RegisterExtension final TestDatabase postgres = new TestDatabase();
  private final DataSource owner = postgres.source();

  @Test
  void whatTheDatabaseSaysIsInTheCauseAndNotInTheSentence() throws SQLException {
    try (TestNode node = TestNode.on(owner)) {
      node.append("note-1", 0, "a");
      execute("revoke select, insert on ledger.event from ledger_app");
      assertThatExceptionOfType(StoreUnavailable.class)
          .isThrownBy(() -> node.store().events().read(0, 1))
          .withMessage(NOT_NOW)
          .havingCause()
          .withMessageContaining("permission denied");
      assertThatExceptionOfType(StoreUnavailable.class)
          .isThrownBy(() -> node.append("note-1", 1, "b"))
          .withMessage(NOT_NOW)
          .havingCause()
          .withMessageContaining("permission denied");
      execute("grant select, insert on ledger.event to ledger_app");
      await().until(() -> node.store().available());
      node.append("note-1", 1, "b");
    }
    assertThat(WholeLog.check(owner)).containsExactly("a", "b");
  }

  @Test
  void whenAllConnectionsAreInUseTheLedgerIsBusyAndItsDatabaseIsNotAway() throws SQLException {
    LedgerStoreConfig narrow =
        new LedgerStoreConfig(
            TestNode.ORIGIN,
            10,
            Duration.ZERO,
            10,
            10,
            1,
            Duration.ofSeconds(1),
            TestNode.PATIENCE,
            TestNode.PATIENCE);
    try (TestNode node = TestNode.on(owner, narrow, InstantSource.system())) {
      node.append("note-1", 0, "a");
      CompletableFuture<List<StoredEvent>> reading;
      try (Connection connection = owner.getConnection();
          Statement statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.execute("lock table ledger.event in access exclusive mode");
        reading = CompletableFuture.supplyAsync(() -> node.store().events().read(0, 1));
        await().until(() -> HeadLock.somebodyWaits(owner));
        assertThatExceptionOfType(StoreUnavailable.class)
            .isThrownBy(() -> node.store().events().read(0, 1))
            .withMessage("The ledger is too busy to read this now: try again.");
      }
      assertThat(reading).succeedsWithin(TestNode.PATIENCE);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
