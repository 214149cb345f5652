package org.accordledger.api.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.accordledger.api.yaml.YamlFile;

/** Small mappings and files, written for these tests. */
final class Samples {
  /** One case per row; the accused parties stand in one cell. */
  static final String ROWS =
      """
      about: Made-up incidents.
      accord: accord-sample
      allegation:
        complainant: watch
        source_id: {text: "watch/{id}"}
        title: {column: title}
        respondent:
          column: accused
          split: ","
          unmapped: leave_out
          values: {Aland: aa, Borduria: bb, Syldavia: cc}
        clause:
          first:
            - when: {column: kind, contains: leak}
              use: clause-1
          otherwise: clause-2
        occurred:
          from: {column: first, date: [M/d/yyyy, yyyy-MM-dd]}
          to: {column: last, date: M/d/yyyy}
        exhibits:
          - id: link
            kind: press
            title: {text: "Report on {id}"}
            origin_url: {column: link}
            assessments:
              yes: ["1", "true"]
              no: "0"
              tests: {dated: has_date}
      """;

  static final String HEADER = "id,title,accused,kind,first,last,link,has_date\n";

  /** Rows of a month become one allegation. */
  static final String MONTHS =
      """
      about: Made-up purchases.
      accord: accord-sample
      group:
        by: {column: day, date: yyyy-MM-dd, as: month, otherwise: undated}
      allegation:
        complainant: watch
        source_id: {text: "ads/{$group}"}
        title: {text: "{$rows} purchases, {$group}"}
        respondent: aa
        clause: clause-2
        occurred: {month: {column: day, date: yyyy-MM-dd}}
        exhibits:
          - id: rows
            kind: data_set
            title: Rows
            content: rows
            totals:
              rows: {count: rows}
              spend: {sum: amount, by: currency}
              votes: {count: rows, when: {column: text, contains: vote}}
      """;

  private Samples() {}

  static Mapping mapping(String yaml) {
    return MappingReader.read(YamlFile.parse("m.yaml", yaml), null);
  }

  static CsvRows csv(String text) throws IOException {
    return new CsvRows(
        "f.csv", ',', new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  static List<ReadRow> all(RowSource source) throws IOException {
    List<ReadRow> rows = new ArrayList<>();
    for (ReadRow row = source.next(); row != null; row = source.next()) {
      rows.add(row);
    }
    return rows;
  }

  /** What a text comes to where Aland (aa) and Borduria (bb) are the parties. */
  static List<Submission> submissions(String yaml, String csv) throws IOException {
    Mapping mapping = mapping(yaml);
    List<Submission> submissions = new ArrayList<>();
    SubmissionMaker maker =
        new SubmissionMaker(mapping, mapping.accord(), Set.of("aa", "bb"), Tables.NONE);
    CsvRows rows = csv(csv);
    mapping.check(rows.header(), "f.csv");
    all(rows).forEach(row -> maker.take(row, submissions::add));
    maker.finish(submissions::add);
    return submissions;
  }
}
