package org.accordledger.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.accordledger.api.client.LedgerClient;
import org.accordledger.api.client.ServerUnreachable;
import org.accordledger.api.imports.FakeLedger.Early;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportRunTest {
  private static final String FILE =
      Samples.HEADER
          + "1,T,\"Aland,Borduria\",leak,,,,\n"
          + "2,T,Aland,k,,,,\n"
          + "3,T,Syldavia,k,,,,\n"
          + "4,broken\n"
          + "5,unwelcome,Aland,k,,,,\n"
          + "6,T,\"Borduria,Syldavia\",k,,,,\n";

  private static final String UNDATED =
      "\"the row has no day of the conduct, so its time is entered as unknown\"";

  @TempDir private Path directory;
  private final FakeLedger ledger = new FakeLedger();
  private Path mapping = Path.of("");
  private Path file = Path.of("");
  private Path rejects = Path.of("");

  @BeforeEach
  void write() throws IOException {
    mapping = Files.writeString(directory.resolve("m.yaml"), Samples.ROWS);
    file = Files.writeString(directory.resolve("f.csv"), FILE);
    rejects = directory.resolve("rejects.csv");
  }

  @AfterEach
  void stop() {
    ledger.close();
  }

  @Test
  void the_counts_add_up_to_the_rows_and_a_second_run_adds_nothing() {
    assertThat(run(false)).contains("imported 3, already present 0, rejected 3", "4 cases: 4 new");
    assertThat(ledger.cases).hasSize(4);

    assertThat(run(false))
        .contains("imported 0, already present 3, rejected 3", "0 new, 4 already");
    assertThat(ledger.cases).hasSize(4);
  }

  @Test
  void a_dry_run_sends_nothing() {
    assertThat(run(true)).contains("would import 4, rejected 2");
    assertThat(ledger.posts).hasValue(0);
  }

  @Test
  void rejects_name_line_and_reason_and_parts_that_were_left_out() throws IOException {
    run(false);

    assertThat(Files.readAllLines(directory.resolve("rejects.csv")))
        .containsExactly(
            "file,line,source_id,left_out,code,reason",
            "f.csv,2,watch/1,nothing,undated," + UNDATED,
            "f.csv,2,watch/1,nothing,several_accused,\"the row accuses aa, bb: each that is a party"
                + " is a case of its own, and none is preferred\"",
            "f.csv,3,watch/2,nothing,undated," + UNDATED,
            "f.csv,4,watch/3,row,no_party,none of the accused is a party to accord-sample: cc",
            "f.csv,5,,row,unreadable,\"the row has 2 cells, the header has 8 columns\"",
            "f.csv,6,watch/5,row,no_standing,The body has no standing.",
            "f.csv,7,watch/6,nothing,undated," + UNDATED,
            "f.csv,7,watch/6,nothing,several_accused,\"the row accuses bb, cc: each that is a party"
                + " is a case of its own, and none is preferred\"",
            "f.csv,7,watch/6,part,not_a_party,'cc' is not a party to accord-sample");
  }

  @Test
  void a_busy_ledger_is_asked_again_and_nothing_is_lost() {
    ledger.failing(number -> new Early(number <= 3 ? 503 : 0, "{\"code\":\"busy\"}"));

    assertThat(run(false)).contains("imported 3, already present 0, rejected 3");
  }

  @Test
  void a_run_that_was_cut_off_goes_on_where_it_stopped() {
    ledger.failing(number -> new Early(number > 2 ? 500 : 0, "{\"code\":\"internal\"}"));
    assertThatThrownBy(() -> run(false))
        .isInstanceOf(ImportProblem.class)
        .hasMessageContaining("run the same command again");

    ledger.failing(number -> new Early(0, ""));
    assertThat(run(false)).contains("rejected 3");
    assertThat(ledger.cases).hasSize(4);
  }

  @Test
  void a_token_that_may_not_file_stops_the_import_with_what_to_do() {
    ledger.failing(number -> new Early(403, "{\"code\":\"forbidden\",\"detail\":\"No.\"}"));

    assertThatThrownBy(() -> run(false))
        .isInstanceOf(ImportProblem.class)
        .hasMessageContaining("'watch'")
        .hasMessageContaining("--token");
  }

  @Test
  void a_failure_nobody_foresaw_stops_the_import_and_names_the_row() {
    ledger.failing(
        number -> new Early(number == 2 ? 201 : 0, "{\"stream\":\"case 1\",\"version\":1}"));

    assertThatThrownBy(() -> run(false))
        .isInstanceOf(ImportProblem.class)
        .hasMessageMatching("the import stopped at f.csv, line \\d, on an unexpected failure .*")
        .hasMessageContaining("run the same command again");

    assertThat(run(false)).contains("rejected 3");
    assertThat(ledger.cases).hasSize(4);
  }

  @Test
  void a_stop_early_in_a_long_file_is_said_in_its_own_words() throws IOException {
    StringBuilder rows = new StringBuilder(Samples.HEADER);
    for (int row = 0; row < 500; row++) {
      rows.append(row).append(",T,Aland,k,,,,\n");
    }
    Files.writeString(file, rows);
    ledger.failing(number -> new Early(403, "{\"code\":\"forbidden\",\"detail\":\"No.\"}"));

    assertThatThrownBy(() -> run(false))
        .isInstanceOf(ImportProblem.class)
        .hasMessageContaining("--token");
    assertThat(ledger.posts).hasValueLessThan(500);
  }

  @Test
  void a_ledger_that_is_not_there_is_said_with_what_to_do() {
    ledger.close();

    assertThatThrownBy(() -> run(false))
        .isInstanceOf(ServerUnreachable.class)
        .hasMessageContaining("./ledger serve");
  }

  @Test
  void a_missing_file_is_named_before_anything_is_sent() {
    file = directory.resolve("absent.csv");

    assertThatThrownBy(() -> run(false))
        .isInstanceOf(ImportProblem.class)
        .hasMessageContaining("absent.csv: no such file");
    assertThat(ledger.posts).hasValue(0);
  }

  @Test
  void a_file_of_which_nothing_can_be_used_did_not_work() throws IOException {
    Files.writeString(file, Samples.HEADER + "3,T,Syldavia,k,,,,\n");
    try (LedgerClient client = new LedgerClient(ledger.address(), null, 5)) {
      assertThat(importRun(client, false, System.out).run()).isFalse();
    }
  }

  @Test
  void rows_without_the_cell_of_their_id_are_never_taken_for_one_another() throws IOException {
    Files.writeString(file, Samples.HEADER + ",first,Aland,k,,,,\n,second,Aland,k,,,,\n");

    assertThat(run(false)).contains("imported 0, already present 0, rejected 2");
    assertThat(ledger.posts).hasValue(0);
    assertThat(Files.readString(directory.resolve("rejects.csv"))).contains("no_source_id");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_rejects_file_that_is_read_by_the_import_is_left_as_it_is(boolean dryRun)
      throws IOException {
    for (Path read : List.of(file, mapping)) {
      rejects = read;
      assertThatThrownBy(() -> run(dryRun))
          .isInstanceOf(ImportProblem.class)
          .hasMessageContaining("would be overwritten")
          .hasMessageContaining("--rejects");
    }
    rejects = Files.createSymbolicLink(directory.resolve("link.csv"), file);
    assertThatThrownBy(() -> run(dryRun)).hasMessageContaining("would be overwritten");

    assertThat(file).hasContent(FILE);
    assertThat(mapping).hasContent(Samples.ROWS);
  }

  @Test
  void a_directory_in_place_of_a_file_is_said_to_be_one() {
    file = directory;

    assertThatThrownBy(() -> run(false)).hasMessageContaining("is a directory");
  }

  private String run(boolean dryRun) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (LedgerClient client = new LedgerClient(ledger.address(), null, 5)) {
      importRun(client, dryRun, new PrintStream(printed, true, StandardCharsets.UTF_8)).run();
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private ImportRun importRun(LedgerClient client, boolean dryRun, PrintStream out) {
    return new ImportRun(
        new ImportRun.Request(mapping, List.of(file), null, dryRun, rejects, false),
        client,
        binding -> "token-of-" + binding.account(),
        out);
  }
}
