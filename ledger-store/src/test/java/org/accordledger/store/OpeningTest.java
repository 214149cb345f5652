package org.accordledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

class OpeningTest {
  private static final LedgerStoreConfig CONFIG = TestNode.config();

  @RegisterExtension final TestDatabase postgres = new TestDatabase();
  private final PGSimpleDataSource database = postgres.source();

  @Test
  void openingAgainGoesOnWhereTheLogEnded() {
    try (TestNode node = TestNode.on(database)) {
      node.append("note-1", 0, "a");
    }
    try (TestNode node = TestNode.on(database)) {
      assertThat(node.store().events().head()).isZero();
      node.append("note-1", 1, "b");
    }
    assertThat(WholeLog.check(database)).containsExactly("a", "b");
  }

  @Test
  void aDatabaseKeepsTheOriginItWasFirstOpenedWith() {
    TestNode.on(database).close();
    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> LedgerStore.open(database, LedgerStoreConfig.of("other.example")))
        .withMessage(
            "This database holds the log ledger.example/test and not other.example:"
                + " correct the origin or the database.");
  }

  @Test
  void anOwnerWhoIsNoSuperuserCanHaveALedgerToo() throws SQLException {
    TestNode.on(database).close();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema ledger cascade");
      statement.execute("create role plain_user login createrole");
      statement.execute("grant ledger_app to plain_user");
      statement.execute("alter database " + database.getDatabaseName() + " owner to plain_user");
    }
    database.setUser("plain_user");
    try (TestNode node = TestNode.on(database)) {
      node.append("note-1", 0, "a");
    }
    assertThat(WholeLog.check(database)).containsExactly("a");
  }

  @Test
  void aDatabaseThatIsDownIsSaidInOneSentence() throws IOException {
    int nobodyListens;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobodyListens = socket.getLocalPort();
    }
    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(
            () -> LedgerStore.open(TestPostgres.database(nobodyListens, "postgres"), CONFIG))
        .withMessageStartingWith("The ledger's database cannot be reached (")
        .withMessageEndingWith("): start it or correct its address.");
  }

  @Test
  void tablesThatCannotBeMadeAreSaidInOneSentence() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema ledger");
      statement.execute("create table ledger.event (position int)");
    }
    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> LedgerStore.open(database, CONFIG))
        .satisfies(e -> assertThat(List.of(String.valueOf(e.getMessage()).split("\n"))).hasSize(1))
        .withMessageStartingWith("The ledger's tables cannot be brought to this version: ");
  }

  @Test
  void aPoolIsNoPlaceToTakeConnectionsFrom() {
    try (HikariDataSource pool = new HikariDataSource()) {
      assertThatIllegalArgumentException().isThrownBy(() -> LedgerStore.open(pool, CONFIG));
    }
  }
}
