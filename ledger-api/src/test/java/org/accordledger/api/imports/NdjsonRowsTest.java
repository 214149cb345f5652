package org.accordledger.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NdjsonRowsTest {
  @Test
  void each_line_is_a_row_and_a_broken_one_costs_only_itself() throws IOException {
    List<ReadRow> rows =
        Samples.all(
            new NdjsonRows(
                "f.ndjson",
                new ByteArrayInputStream(
                    """
                    {"id": 1, "who": ["a", "b"], "at": {"day": "2020-01-01"}, "no": null, "yes": true}
                    {"id": 2
                    [3]

                    {"id": 4}
                    """
                        .getBytes(StandardCharsets.UTF_8))));

    assertThat(rows).extracting(ReadRow::line).containsExactly(1L, 2L, 3L, 5L);
    ReadRow.Cells first = (ReadRow.Cells) rows.getFirst();
    assertThat(first.cell("id")).isEqualTo("1");
    assertThat(first.cell("who")).isEqualTo("a,b");
    assertThat(first.cell("at.day")).isEqualTo("2020-01-01");
    assertThat(first.cell("no")).isEmpty();
    assertThat(first.cell("yes")).isEqualTo("true");
    assertThat(first.cell("absent")).isEmpty();
    assertThat(rows.get(1)).isInstanceOf(ReadRow.Unreadable.class);
    assertThat(rows.get(2)).isInstanceOf(ReadRow.Unreadable.class);
  }
}
