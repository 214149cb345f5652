package org.accordledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.accordledger.core.Role;
import org.accordledger.projections.GenerationsOfViews;
import org.accordledger.projections.GenerationsOfViews.Generation;
import org.accordledger.projections.ViewsSchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A node whose views are of another generation takes over from one that runs, under load: nobody is
 * sent to it before its views are there, and nobody is refused meanwhile.
 */
class UpgradeTest {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final ViewsSchema NEXT = ViewsSchema.labelled("next");
  private static final Map<String, String> AS_JSON = Map.of("Accept", "application/json");

  private final LedgerSettings settings = TestDatabase.newDatabase();
  private final TestLedger former = new TestLedger(settings);

  @AfterEach
  void stop() {
    former.running().close();
  }

  @Test
  void views_are_built_beside_the_former_ones_and_swapped_without_a_refusal() throws Exception {
    Scenario scenario = new Scenario(former).inForce();
    String first = Scenario.created(scenario.submit("first")).header("Location");
    String token = former.token("filer", Role.PARTY, scenario.accord(), "alba");
    KeyedLoad before = new KeyedLoad(List.of(former), token, scenario.allegation(null));
    before.begin(3, 20).positions();

    TestLedger next;
    KeyedLoad during;
    try (Connection obstacle = connection()) {
      NEXT.migrate(former.beans(DataSource.class).iterator().next());
      obstacle.setAutoCommit(false);
      execute(obstacle, "lock table " + NEXT.name() + ".timeline in access exclusive mode");
      next = new TestLedger(TestDatabase.beside(settings).withViews(NEXT));
      during = new KeyedLoad(List.of(former, next), token, scenario.allegation(null)).begin(4, 20);

      // both take commands, one shows what there is, the other says that it does not yet
      during.positions();
      HttpAnswer unready = next.get("/health/readiness", Map.of());
      assertThat(unready.status()).as(unready.response().body()).isEqualTo(503);
      assertThat(former.get("/health/readiness", Map.of()).status()).isEqualTo(200);
      assertThat(stage(former, first)).isEqualTo("submitted");
      obstacle.rollback();
    }
    try {
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                HttpAnswer ready = next.get("/health/readiness", Map.of());
                assertThat(ready.status()).as(ready.response().body()).isEqualTo(200);
              });
      assertThat(stage(next, first)).isEqualTo("submitted");
      assertThat(scorecard(next)).isEqualTo(scorecard(former));

      former.running().close();
      KeyedLoad after = new KeyedLoad(List.of(next), token, scenario.allegation(null));
      after.begin(3, 20);
      assertThat(after.positions()).hasSize(60);
      assertThat(before.askedAgain(next)).isEqualTo(before.positions());
      assertThat(during.askedAgain(next)).isEqualTo(during.positions());
      onlyTheNextIsInUse(next);
    } finally {
      next.running().close();
    }
  }

  private static void onlyTheNextIsInUse(TestLedger next) {
    GenerationsOfViews generations =
        new GenerationsOfViews(
            next.beans(DataSource.class).iterator().next(), InstantSource.system());
    // the server ends a session some time after its connection
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(generations.list())
                    .filteredOn(Generation::inUse)
                    .extracting(Generation::schema)
                    .containsExactly(NEXT));
    generations.drop(ViewsSchema.current().name());
    assertThat(generations.list()).extracting(Generation::schema).containsExactly(NEXT);
  }

  private static String stage(TestLedger ledger, String address) {
    String atHead = address + "?min_position=" + ledger.head();
    return Scenario.ok(ledger.get(atHead, AS_JSON)).json().get("stage").asString();
  }

  private static String scorecard(TestLedger ledger) {
    String atHead = "/scorecard?min_position=" + ledger.head();
    return Scenario.ok(ledger.get(atHead, AS_JSON)).json().get("cells").toString();
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection(
        settings.databaseUrl(), settings.databaseUser(), settings.databasePassword());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
