package org.accordledger.api.reads;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A CSV file (RFC 4180: comma, CRLF, quotes where needed, UTF-8) that a spreadsheet opens without
 * running anything: text that would be taken for a formula gets an apostrophe in front.
 */
final class CsvText {
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private final StringWriter text = new StringWriter();
  private final CsvWriter csv = CsvWriter.builder().build(text);
  private final int columns;

  CsvText(String... headings) {
    this.columns = headings.length;
    csv.writeRecord(headings);
  }

  /** Adds a row; an absent value becomes an empty field, a number is written as it is. */
  void row(List<? extends @org.jspecify.annotations.Nullable Object> values) {
    if (values.size() != columns) {
      throw new IllegalArgumentException(
          "a row has " + columns + " fields, this one has " + values.size());
    }
    List<String> fields = new ArrayList<>(columns);
    for (Object value : values) {
      fields.add(
          switch (value) {
            case null -> "";
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            default -> harmless(value.toString());
          });
    }
    csv.writeRecord(fields);
  }

  byte[] bytes() {
    try {
      csv.close();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static String harmless(String value) {
    return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
  }
}
