package org.accordledger.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class EmbeddedDatabaseTest {
  @TempDir private Path directory;

  @Test
  void what_was_stored_is_there_after_a_restart() throws Exception {
    try (DataDirectory data = DataDirectory.open(directory.resolve("data"));
        EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
      run(database.access(), "create table kept as select 42 as answer");
    }

    try (DataDirectory data = DataDirectory.open(directory.resolve("data"));
        EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
      assertThat(number(database.access(), "select answer from kept")).isEqualTo(42);
      assertThat(text(database.access(), "show fsync")).isEqualTo("on");
      assertThat(text(database.access(), "show synchronous_commit")).isEqualTo("on");
      assertThat(text(database.access(), "show listen_addresses")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void a_killed_ledger_starts_again_with_everything_it_committed() throws Exception {
    Path data = directory.resolve("data");
    Process killed =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StartsAndWaits.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(killed.inputReader().readLine()).isEqualTo("committed");
    killed.destroyForcibly().waitFor();

    try (DataDirectory again = DataDirectory.open(data);
        EmbeddedDatabase database = EmbeddedDatabase.start(again)) {
      assertThat(number(database.access(), "select answer from kept")).isEqualTo(42);
    }
  }

  @Test
  void a_killed_database_comes_back_by_itself_at_the_same_address() throws Exception {
    try (DataDirectory data = DataDirectory.open(directory.resolve("data"));
        EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
      run(database.access(), "create table kept as select 42 as answer");
      ProcessHandle killed =
          new Postmaster(data.path().resolve("postgres")).process().orElseThrow();
      killed.destroyForcibly();
      killed.onExit().get();

      await()
          .atMost(Duration.ofMinutes(2))
          .ignoreExceptions()
          .until(() -> number(database.access(), "select answer from kept") == 42);
      assertThat(EmbeddedDatabase.running(data.path())).contains(database.access());
    }
    assertThat(EmbeddedDatabase.running(directory.resolve("data"))).isEmpty();
  }

  @Test
  void a_pid_file_that_names_another_program_does_not_keep_the_database_from_starting()
      throws Exception {
    Path data = directory.resolve("data");
    try (DataDirectory first = DataDirectory.open(data);
        EmbeddedDatabase database = EmbeddedDatabase.start(first)) {
      run(database.access(), "create table kept as select 42 as answer");
    }
    long ourselves = ProcessHandle.current().pid();
    Files.write(
        data.resolve("postgres/postmaster.pid"),
        List.of(Long.toString(ourselves), data.resolve("postgres").toString(), "0", "5432"));

    try (DataDirectory again = DataDirectory.open(data);
        EmbeddedDatabase database = EmbeddedDatabase.start(again)) {
      assertThat(number(database.access(), "select answer from kept")).isEqualTo(42);
    }
  }

  @Test
  void a_second_ledger_on_the_same_directory_is_told_who_has_it() {
    try (DataDirectory first = DataDirectory.open(directory)) {
      assertThat(first.path()).isDirectory();
      assertThatThrownBy(() -> DataDirectory.open(directory))
          .isInstanceOf(DataDirectoryProblem.class)
          .hasMessageContaining("in use by process " + ProcessHandle.current().pid())
          .hasMessageContaining("--data");
    }
    DataDirectory.open(directory).close();
  }

  @Test
  void a_server_that_died_announces_no_address_any_more() throws Exception {
    try (DataDirectory data = DataDirectory.open(directory)) {
      data.announce("http://127.0.0.1:8080");
      assertThat(DataDirectory.announced(directory)).hasValue("http://127.0.0.1:8080");
    }
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.writeString(directory.resolve("address"), "http://127.0.0.1:8080");
    Files.writeString(directory.resolve("ledger.lock"), Long.toString(dead.pid()));
    assertThat(DataDirectory.announced(directory)).isEmpty();
  }

  @Test
  void a_path_that_is_a_file_is_refused_with_what_to_do() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    assertThatThrownBy(() -> DataDirectory.open(file))
        .isInstanceOf(DataDirectoryProblem.class)
        .hasMessageContaining("is a file")
        .hasMessageContaining("--data");
  }

  @Test
  void a_parent_that_is_a_file_is_the_one_that_is_named() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
        .isInstanceOf(DataDirectoryProblem.class)
        .hasMessageContaining(file + " is a file");
  }

  @Test
  void a_directory_without_a_name_is_not_the_current_one() {
    assertThatThrownBy(() -> DataDirectory.open(Path.of("")))
        .isInstanceOf(DataDirectoryProblem.class)
        .hasMessageContaining("--data");
  }

  @Test
  void nobody_gets_in_without_the_password_and_only_the_owner_can_read_it() throws Exception {
    try (DataDirectory data = DataDirectory.open(directory.resolve("data"));
        EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
      DatabaseAccess access = database.access();
      assertThatThrownBy(
              () -> DriverManager.getConnection(access.jdbcUrl(), access.user(), "guessed").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThat(Files.getPosixFilePermissions(data.databasePasswordFile())).hasSize(2);
      assertThat(Files.getPosixFilePermissions(data.path())).hasSize(3);
      assertThat(EmbeddedDatabase.running(data.path())).contains(access);
      assertThat(access.toString()).doesNotContain(access.password());
    }
    assertThat(EmbeddedDatabase.running(directory.resolve("data"))).isEmpty();
  }

  @Test
  void a_database_whose_making_was_interrupted_is_set_aside_and_made_anew() throws Exception {
    Path data = directory.resolve("data");
    Files.createDirectories(data.resolve("postgres"));
    Files.writeString(data.resolve("postgres/postgresql.conf"), "half");

    try (DataDirectory opened = DataDirectory.open(data);
        EmbeddedDatabase database = EmbeddedDatabase.start(opened)) {
      assertThat(number(database.access(), "select 1")).isEqualTo(1);
      assertThat(data.resolve("postgres.incomplete/postgresql.conf")).hasContent("half");
    }
  }

  /** Commits something and waits to be killed. */
  static final class StartsAndWaits {
    private StartsAndWaits() {}

    public static void main(String[] arguments) throws Exception {
      DataDirectory data = DataDirectory.open(Path.of(arguments[0]));
      EmbeddedDatabase database = EmbeddedDatabase.start(data);
      run(database.access(), "create table kept as select 42 as answer");
      System.out.println("committed");
      Thread.currentThread().join();
    }
  }

  private static void run(DatabaseAccess access, String sql) throws SQLException {
    try (Connection connection = connect(access);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int number(DatabaseAccess access, String sql) throws SQLException {
    return Integer.parseInt(text(access, sql));
  }

  private static String text(DatabaseAccess access, String sql) throws SQLException {
    try (Connection connection = connect(access);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static Connection connect(DatabaseAccess access) throws SQLException {
    return DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
  }
}
