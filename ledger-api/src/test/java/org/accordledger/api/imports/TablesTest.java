package org.accordledger.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.accordledger.api.yaml.YamlProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Rows of a table beside the imported file say more about its rows. */
class TablesTest {
  private static final String MAPPING =
      """
      about: Made-up incidents with what others say of them.
      accord: accord-sample
      tables:
        claims:
          file: claims.csv
          on: [{theirs: {column: incident}, ours: {column: id}}]
        sponsored:
          file: groups.csv
          on:
            - theirs: [{column: name}, {column: also, split: "|"}]
              ours: {column: claims.group, split: "/"}
            - theirs: {column: sponsor, values: {Aland: aa, Borduria: bb}, unmapped: keep}
              ours: {text: "{$respondent}"}
      allegation:
        complainant: watch
        source_id: {text: "made-up/{id}"}
        title: {column: title}
        respondent: {column: claims.accused, unmapped: leave_out, values: {Aland: aa, Borduria: bb}}
        clause:
          first:
            - when: {column: claims.kind, equals: leak}
              use: clause-1
        actor_chain:
          - each: sponsored
            level: group
            name: {column: sponsored.name}
            state: {text: "{$respondent}"}
          - level: state
            state: {text: "{$respondent}"}
        attribution_value: {column: sponsored.confidence}
        exhibits:
          - id: claim
            each: claims
            when: {column: claims.by, blank: false}
            kind: claim
            title: {text: "{claims.accused}, by {claims.by} ({title})"}
            content: rows
            totals:
              weight: {sum: claims.weight}
      """;

  @TempDir private Path directory;

  @BeforeEach
  void write() throws IOException {
    write(
        "claims.csv",
        """
        incident,accused,by,kind,group,weight
        1,Aland,Office,hack,OWL/Heron,1.5
        2,Aland,Office,hack,Heron,1
        1,Borduria,Bureau,leak,Owl,2
        1,,,,,
        """);
    write(
        "groups.csv",
        """
        name,also,sponsor,confidence
        Night Bird,owl|Tawny,Aland,50
        Heron,,,75
        Barn,OWL,Borduria,25
        Wader,Heron,Borduria,10
        """);
  }

  @Test
  void every_claim_is_an_exhibit_of_every_case_and_none_is_preferred() throws IOException {
    Submission submission = only("1,Incident one");

    assertThat(submission.cases()).extracting(c -> c.respondent()).containsExactly("aa", "bb");
    for (int i = 0; i < 2; i++) {
      JsonNode exhibits = allegation(submission, i).path("exhibits");
      assertThat(exhibits.valueStream().map(e -> e.path("id").asString()))
          .containsExactly("claim-1", "claim-2");
      assertThat(exhibits.at("/0/title").asString()).isEqualTo("Aland, by Office (Incident one)");
      assertThat(exhibits.at("/1/title").asString())
          .isEqualTo("Borduria, by Bureau (Incident one)");
      assertThat(exhibits.at("/1/text").asString())
          .isEqualTo("incident,accused,by,kind,group,weight\n1,Borduria,Bureau,leak,Owl,2\n");
      assertThat(exhibits.at("/1/totals/weight").asString()).isEqualTo("2");
    }
    assertThat(submission.notes()).extracting(Scope.Note::code).contains("several_accused");
  }

  @Test
  void a_group_belongs_to_the_state_that_its_row_names_and_to_no_other() throws IOException {
    Submission submission = only("1,Incident one");

    assertThat(allegation(submission, 0).path("actor_chain").toString())
        .isEqualTo(
            """
            [{"level":"group","name":"Night Bird","state":"aa","control":"unknown"},\
            {"level":"state","state":"aa","control":"unknown"}]\
            """);
    assertThat(allegation(submission, 0).path("attribution_value").asInt()).isEqualTo(50);
    assertThat(
            allegation(submission, 1)
                .path("actor_chain")
                .valueStream()
                .map(link -> link.path("name").asString("")))
        .containsExactly("Barn", "Wader", "");
  }

  @Test
  void a_value_that_the_rows_of_a_table_disagree_on_is_not_chosen_between() throws IOException {
    Submission submission = only("1,Incident one");

    assertThat(allegation(submission, 1).has("attribution_value")).isFalse();
    assertThat(submission.notes())
        .contains(
            Scope.Note.leftOut(
                "several_values",
                "the row has several values for attribution_value (25, 10): none is preferred, none"
                    + " is entered"));
  }

  @Test
  void a_row_of_which_no_table_says_anything_accuses_nobody() throws IOException {
    Submission submission = only("9,Incident nine");

    assertThat(submission.problem())
        .extracting(Submission.Problem::code)
        .isEqualTo("nobody_accused");
  }

  @Test
  void a_table_that_is_missing_or_broken_stops_the_import_with_its_name() throws IOException {
    Files.delete(directory.resolve("groups.csv"));
    assertThatThrownBy(() -> only("1,T"))
        .isInstanceOf(ImportProblem.class)
        .hasMessageContaining("groups.csv: no such file");

    write("groups.csv", "name,also,sponsor,confidence\nOwl,,Aland,50\nHeron,,\n");
    assertThatThrownBy(() -> only("1,T"))
        .isInstanceOf(ImportProblem.class)
        .hasMessageContaining("groups.csv, line 3, cannot be read")
        .hasMessageContaining("'sponsored'");
  }

  @Test
  void a_table_without_a_column_is_refused_with_the_line_of_the_mapping() throws IOException {
    write("groups.csv", "name,also,sponsor\nOwl,,Aland\n");

    assertThatThrownBy(() -> only("1,T"))
        .isInstanceOf(YamlProblem.class)
        .hasMessageContaining("m.yaml:30")
        .hasMessageContaining("the column 'confidence' is not in groups.csv");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "each: sponsored|each: owls|expected one of the mapping's tables (claims, sponsored)",
        "file: groups.csv|file: ../groups.csv|expected the name of a file beside the imported one",
        "on: [{theirs: {column: incident}, ours: {column: id}}]|on: []|expected at least one link",
        "claims:|Claims-1:|expected lower-case letters",
        "theirs: {column: incident}|mine: {column: incident}|is not known here",
      })
  void a_wrong_table_is_refused_with_what_was_expected(String right, String wrong, String said) {
    assertThat(MAPPING).contains(right);

    assertThatThrownBy(() -> Samples.mapping(MAPPING.replaceFirst(Pattern.quote(right), wrong)))
        .isInstanceOf(YamlProblem.class)
        .hasMessageContaining(said);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private static JsonNode allegation(Submission submission, int number) {
    return submission.cases().get(number).body().path("allegation");
  }

  private Submission only(String row) throws IOException {
    write("rows.csv", "id,title\n" + row + "\n");
    List<Submission> submissions =
        RealData.submissions(
            Samples.mapping(MAPPING), directory.resolve("rows.csv"), Set.of("aa", "bb"));
    assertThat(submissions).hasSize(1);
    return submissions.getFirst();
  }
}
