package org.accordledger.api.reads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
  @Test
  void fields_with_commas_quotes_or_line_breaks_are_quoted_and_lines_end_in_crlf() {
    CsvText csv = new CsvText("a", "b", "c");
    csv.row(List.of("one, two", "say \"no\"", "line\nbreak"));
    assertThat(new String(csv.bytes(), UTF_8))
        .isEqualTo("a,b,c\r\n\"one, two\",\"say \"\"no\"\"\",\"line\nbreak\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"})
  void text_that_a_spreadsheet_takes_for_a_formula_gets_an_apostrophe(String text) {
    assertThat(CsvText.harmless(text)).isEqualTo("'" + text);
  }

  @Test
  void numbers_stay_numbers_and_what_is_absent_is_empty() {
    CsvText csv = new CsvText("a", "b", "c");
    csv.row(Arrays.asList(-3, null, 0.5));
    assertThat(new String(csv.bytes(), UTF_8)).isEqualTo("a,b,c\r\n-3,,0.5\r\n");
  }

  @Test
  void a_row_of_another_width_is_refused() {
    CsvText csv = new CsvText("a", "b");
    assertThatIllegalArgumentException().isThrownBy(() -> csv.row(List.of("only one")));
  }
}
