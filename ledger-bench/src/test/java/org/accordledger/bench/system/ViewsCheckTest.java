package org.accordledger.bench.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.accordledger.projections.ViewsSchema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check sees each way in which views can differ from the replay. */
class ViewsCheckTest {
  private static final List<String> ROWS = List.of("('case-1', 3)", "('case-2', 4)");

  @TempDir private static Path directory;
  private static PostgresPart postgres;

  @BeforeAll
  static void start() {
    postgres =
        new PostgresPart(directory.resolve("postgres"), directory.resolve("log"), Site.freePort());
    postgres.start();
    views("replayed", ROWS);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  private static void execute(String database, String... statements) {
    try (Connection connection = postgres.database(database).getConnection();
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DataSource views(String name, List<String> rows) {
    execute("postgres", "create database " + name);
    execute(
        name,
        "create schema " + ViewsSchema.current().name(),
        "create table docket (case_id text, position bigint)",
        // what only says how far a node has come is no view
        "create table token (position bigint)",
        "insert into token values (" + rows.hashCode() + ")");
    rows.forEach(row -> execute(name, "insert into docket values " + row));
    return postgres.database(name);
  }

  private static ViewsCheck check(DataSource shown) {
    return new ViewsCheck("shown", shown, postgres.database("replayed"));
  }

  private static void refused(String name, List<String> rows, String... sentence) {
    ViewsCheck check = check(views(name, rows));
    assertThatThrownBy(() -> check.require(List.of()))
        .isInstanceOf(Violation.class)
        .hasMessageContainingAll(sentence);
  }

  @Test
  void theSameRowsInAnyOrderAreAccepted() {
    assertThat(check(views("same", ROWS.reversed())).require(List.of())).isEqualTo(2);
  }

  @Test
  void aRowThatIsMissingIsNamed() {
    refused("missing", ROWS.subList(0, 1), "docket of shown has 1 rows", "first: (case-2,4)");
  }

  @Test
  void aRowThatIsThereTwiceIsCounted() {
    refused("doubled", List.of(ROWS.get(0), ROWS.get(1), ROWS.get(1)), "has 3 rows, the replay 2");
  }

  @Test
  void aRowThatSaysSomethingElseIsNamed() {
    refused(
        "changed",
        List.of(ROWS.get(0), "('case-2', 5)"),
        "missing first: (case-2,4)",
        "not in the replay first: (case-2,5)");
  }

  @Test
  void aTableThatIsNotThereIsNotTakenForAnEmptyOne() {
    DataSource without = views("without", ROWS);
    execute("without", "drop table docket");
    assertThatThrownBy(() -> check(without).require(List.of())).hasMessageContaining("docket");
  }

  @Test
  void aReplayWithoutTablesProvesNothing() {
    DataSource empty = views("empty", ROWS);
    execute("empty", "drop table docket");
    assertThatThrownBy(() -> new ViewsCheck("shown", empty, empty).require(List.of()))
        .isInstanceOf(Violation.class)
        .hasMessageContaining("no tables to compare with");
  }
}
