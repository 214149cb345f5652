package org.accordledger.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
  @Test
  void line_numbers_are_those_of_the_file_also_behind_cells_with_newlines() throws IOException {
    List<ReadRow> rows =
        Samples.all(
            Samples.csv("\uFEFFa,b\r\n1,\"two\nlines and a \"\"quote\"\"\"\r\n\r\n3,4\r\n"));

    assertThat(rows).extracting(ReadRow::line).containsExactly(2L, 5L);
    assertThat(cell(rows.getFirst(), "b")).isEqualTo("two\nlines and a \"quote\"");
    assertThat(cell(rows.getLast(), "a")).isEqualTo("3");
  }

  @Test
  void a_quote_that_is_never_closed_costs_its_own_row_and_no_other() throws IOException {
    List<ReadRow> rows = Samples.all(Samples.csv("a,b\n1,\"open\n2,x\n3,y\n"));

    assertThat(rows.getFirst()).isInstanceOf(ReadRow.Unreadable.class);
    assertThat(rows.getFirst().line()).isEqualTo(2);
    assertThat(rows.subList(1, rows.size())).allMatch(row -> row instanceof ReadRow.Cells);
    assertThat(rows).extracting(ReadRow::line).containsExactly(2L, 3L, 4L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1,2,3", "1,\"2\"x", "1,\"2"})
  void a_malformed_row_between_two_good_ones_is_reported_alone(String bad) throws IOException {
    List<ReadRow> rows = Samples.all(Samples.csv("a,b\n0,0\n" + bad + "\n9,9\n"));

    assertThat(rows).hasSize(3);
    assertThat(rows.get(0)).isInstanceOf(ReadRow.Cells.class);
    assertThat(rows.get(1)).isInstanceOf(ReadRow.Unreadable.class);
    assertThat(rows.get(2)).isInstanceOf(ReadRow.Cells.class);
  }

  @Test
  void bytes_that_are_no_text_and_endless_lines_cost_their_own_row() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("a,b\n1,1\n2,".getBytes(StandardCharsets.UTF_8));
    file.write(0xC3);
    file.writeBytes("\n3,".getBytes(StandardCharsets.UTF_8));
    file.writeBytes("x".repeat(3 << 20).getBytes(StandardCharsets.UTF_8));
    file.writeBytes("\n4,\0\n5,5\n".getBytes(StandardCharsets.UTF_8));

    List<ReadRow> rows =
        Samples.all(new CsvRows("f.csv", ',', new ByteArrayInputStream(file.toByteArray())));

    assertThat(rows).extracting(ReadRow::line).containsExactly(2L, 3L, 4L, 5L, 6L);
    assertThat(rows.stream().filter(row -> row instanceof ReadRow.Unreadable))
        .extracting(row -> ((ReadRow.Unreadable) row).reason())
        .containsExactly(
            "the line is not UTF-8",
            "the line is longer than 1 MiB",
            "the line holds a NUL character");
  }

  @Test
  void what_a_csv_writer_writes_is_read_as_another_reader_reads_it() throws IOException {
    long seed = new Random().nextLong();
    System.out.println("what_a_csv_writer_writes seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      StringWriter text = new StringWriter();
      CsvWriter writer =
          CsvWriter.builder()
              .lineDelimiter(random.nextBoolean() ? LineDelimiter.LF : LineDelimiter.CRLF)
              .build(text);
      int columns = 1 + random.nextInt(4);
      writer.writeRecord(names(columns));
      for (int row = random.nextInt(6); row > 0; row--) {
        writer.writeRecord(cells(random, columns));
      }
      List<List<String>> expected = new ArrayList<>();
      writer.close();
      try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text.toString())) {
        reader.stream().skip(1).forEach(record -> expected.add(record.getFields()));
      }

      assertThat(
              Samples.all(Samples.csv(text.toString())).stream()
                  .map(row -> List.of(((ReadRow.Cells) row).cells())))
          .as("seed %d round %d: %s", seed, round, text)
          .isEqualTo(expected);
    }
  }

  @Test
  void whatever_the_bytes_reading_ends_and_lines_only_go_up() throws IOException {
    long seed = new Random().nextLong();
    System.out.println("whatever_the_bytes seed " + seed);
    Random random = new Random(seed);
    byte[] alphabet = "a1,\"\n\r\u00e9 \0".getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 2_000; round++) {
      byte[] body = new byte[random.nextInt(60)];
      for (int i = 0; i < body.length; i++) {
        body[i] = alphabet[random.nextInt(alphabet.length)];
      }
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.writeBytes("a,b\n".getBytes(StandardCharsets.UTF_8));
      file.writeBytes(body);
      file.writeBytes("\nlast,row\n".getBytes(StandardCharsets.UTF_8));

      List<ReadRow> rows =
          Samples.all(new CsvRows("f", ',', new ByteArrayInputStream(file.toByteArray())));

      assertThat(rows).as("seed %d round %d", seed, round).isNotEmpty();
      for (int i = 1; i < rows.size(); i++) {
        assertThat(rows.get(i).line())
            .as("seed %d round %d", seed, round)
            .isGreaterThan(rows.get(i - 1).line());
      }
    }
  }

  private static List<String> names(int columns) {
    return List.of("a", "b", "c", "d").subList(0, columns);
  }

  private static List<String> cells(Random random, int columns) {
    String[] pieces = {"x", ",", "\"", "\n", " ", "\u00e9", "=", "0", "\u0421"};
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      StringBuilder cell = new StringBuilder(column == 0 ? "k" : "");
      for (int piece = random.nextInt(5); piece > 0; piece--) {
        cell.append(pieces[random.nextInt(pieces.length)]);
      }
      cells.add(cell.toString());
    }
    return cells;
  }

  private static String cell(ReadRow row, String column) {
    return ((ReadRow.Cells) row).cell(column);
  }
}
