package org.accordledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.accordledger.api.embedded.DatabaseAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class CommandLineTest {
  @TempDir private Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "demo --help",
        "serve --help",
        "projections --help",
        "backup --help",
        "restore --help",
        "import --help",
        "scorecard --help",
        "series --help",
        "elections --help",
        "token --help",
        "token create --help",
        "token list --help",
        "token revoke --help"
      })
  void every_command_explains_itself(String line) {
    assertThat(run(line.split(" ", -1))).isZero();
    assertThat(out.toString()).startsWith("Usage: ledger");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frobnicate",
        "import",
        "import --mapping m.yaml",
        "scorecard --format xml",
        "token",
        "backup",
        "restore backup"
      })
  void a_command_that_is_not_understood_ends_with_2(String line) {
    assertThat(run(line.split(" ", -1))).isEqualTo(2);
    assertThat(err.toString()).isNotBlank().doesNotContain("\tat ");
  }

  @Test
  void a_busy_port_is_said_in_one_sentence_with_what_to_do() throws IOException {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = busy.getLocalPort();
      assertThat(
              run(
                  "serve",
                  "--port",
                  Integer.toString(port),
                  "--data",
                  directory.resolve("d").toString()))
          .isEqualTo(1);
      assertThat(err.toString())
          .isEqualToNormalizingNewlines(
              "ledger: port "
                  + port
                  + " on 127.0.0.1 cannot be had: it is in use, or this machine has no such"
                  + " address; choose others with --port and --bind\n");
    }
  }

  @Test
  void a_ledger_that_does_not_answer_is_said_in_one_sentence() throws IOException {
    int nobody;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = free.getLocalPort();
    }
    assertThat(run("scorecard", "--server", "http://127.0.0.1:" + nobody)).isEqualTo(1);
    assertThat(err.toString()).contains("no ledger answers").contains("./ledger serve");
  }

  @Test
  void a_missing_mapping_is_said_in_one_sentence() {
    assertThat(run("import", "--mapping", directory.resolve("absent.yaml").toString(), "f.csv"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("absent.yaml: no such file");
  }

  @Test
  void tokens_of_a_directory_without_a_ledger_are_refused_with_what_to_do() {
    assertThat(run("token", "list", "--data", directory.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("no ledger runs on").contains("./ledger serve");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db/ledger,,,jdbc:postgresql://db/ledger,postgres,",
    "jdbc:postgresql://db/ledger,me,secret,jdbc:postgresql://db/ledger,me,secret",
    "postgresql://you:word@db:5433/ledger,me,secret,jdbc:postgresql://db:5433/ledger,you,word",
    "postgres://db/ledger?sslmode=require,me,x,jdbc:postgresql://db/ledger?sslmode=require,me,x"
  })
  void the_environment_names_a_database_in_either_form(
      String url, String user, String password, String jdbc, String asUser, String with) {
    assertThat(
            ExternalDatabase.of(
                Map.of(
                    "LEDGER_DB_URL", url,
                    "LEDGER_DB_USER", user == null ? "" : user,
                    "LEDGER_DB_PASSWORD", password == null ? "" : password)))
        .contains(new DatabaseAccess(jdbc, asUser, with == null ? "" : with));
    assertThat(ExternalDatabase.ofReads(Map.of("LEDGER_DB_URL", url))).isEmpty();
    assertThat(
            ExternalDatabase.ofReads(
                Map.of(
                    "LEDGER_READS_DB_URL", url,
                    "LEDGER_READS_DB_USER", user == null ? "" : user,
                    "LEDGER_READS_DB_PASSWORD", password == null ? "" : password)))
        .contains(new DatabaseAccess(jdbc, asUser, with == null ? "" : with));
  }

  @Test
  void a_database_that_is_down_is_said_with_what_to_do() {
    assertThat(ExternalDatabase.of(Map.of())).isEmpty();
    assertThatThrownBy(() -> ExternalDatabase.of(Map.of("LEDGER_DB_URL", "mysql://x")))
        .isInstanceOf(CommandProblem.class)
        .hasMessageContaining("expected jdbc:postgresql");
    assertThatThrownBy(
            () ->
                ExternalDatabase.requireReachable(
                    new DatabaseAccess("jdbc:postgresql://127.0.0.1:1/none", "me", "secret")))
        .isInstanceOf(CommandProblem.class)
        .hasMessageContaining("LEDGER_DB_URL cannot be reached")
        .hasMessageNotContaining("secret");
  }

  @Test
  void the_table_shows_words_and_counts_and_no_share_without_its_interval() {
    assertThat(
            ScorecardTable.of(
                new JsonMapper()
                    .readTree(
                        """
                        {"position": 12, "recorded_at": "2026-01-01T00:00:00Z",
                         "incidents": {"from": "2016-01"}, "left_out": 2,
                         "accords": [{"accord": "accord-x", "title": {"fr": "Titre"},
                           "hypothetical": true, "parties": [{"id": "aa", "name": {"en": "Aland"}}]}],
                         "cells": [
                           {"key": {"accord": "accord-x", "party": "aa", "clause": "c-1"},
                            "grade": "serious_violation",
                            "counts": {"alleged": 10, "before_panel": 1, "awaiting_response": 2,
                              "decided": 4, "finding_violation": 3, "finding_no_violation": 1},
                            "share": {"violations": 3, "findings": 4, "share": 0.75,
                              "low": 0.3006, "high": 0.9544}},
                           {"key": {"accord": "accord-x", "party": "bb", "clause": "c-1"},
                            "grade": "no_finding", "counts": {}}]}
                        """)))
        .isEqualTo(
            """
            Titre [accord-x]
            HYPOTHETICAL: no such accord exists; its findings are illustrations
            clause  party  grade              alleged  inadmissible  open  decided  violation  not attributable  no violation  not determinable  share of violations
            ------  -----  -----------------  -------  ------------  ----  -------  ---------  ----------------  ------------  ----------------  ----------------------------------
            c-1     Aland  serious violation       10             0     3        4          3                 0             1                 0  3 of 4 (95% interval 0.30 to 0.95)
            c-1     bb     no finding               0             0     0        0          0                 0             0                 0  -

            at position 12, recorded 2026-01-01T00:00:00Z; incidents 2016-01..; 2 cases are left out for this reader
            open cases are shown beside the grade and never move it\
            """);
  }

  private int run(String... arguments) {
    CommandLine line = Ledger.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
