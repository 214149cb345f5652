package org.accordledger.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.accordledger.api.imports.Submission.RowName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectsFileTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "|calc", "%x"})
  void a_cell_that_a_spreadsheet_would_run_is_defused(String cell) {
    assertThat(RejectsFile.inert(cell)).isEqualTo("'" + cell);
  }

  @Test
  void control_characters_do_not_reach_a_terminal() {
    assertThat(RejectsFile.inert("red \u001b[31m")).isEqualTo("red  [31m");
  }

  @Test
  void every_line_names_file_line_source_id_and_reason() throws IOException {
    Path file = directory.resolve("rejects.csv");
    try (RejectsFile rejects = new RejectsFile(file)) {
      rejects.row(new RowName("f.csv", 7, "=x"), "bad_date", "day says \"soon\"");
      rejects.part(new RowName("f.csv", 9, "y"), "not_a_party", "cc");
      rejects.flag(new RowName("f.csv", 11, "z"), "undated", "no day");
    }

    assertThat(Files.readString(file))
        .isEqualToNormalizingNewlines(
            """
            file,line,source_id,left_out,code,reason
            f.csv,7,'=x,row,bad_date,"day says ""soon""\"
            f.csv,9,y,part,not_a_party,cc
            f.csv,11,z,nothing,undated,no day
            """);
  }

  @Test
  void a_place_that_cannot_be_written_is_said_with_what_to_do() {
    assertThatThrownBy(() -> new RejectsFile(directory.resolve("absent/rejects.csv")))
        .isInstanceOf(ImportProblem.class)
        .hasMessageContaining("--rejects");
  }
}
