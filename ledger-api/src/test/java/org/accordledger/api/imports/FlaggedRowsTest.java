package org.accordledger.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is odd about a row is kept as the source has it, and said; nothing is guessed. */
class FlaggedRowsTest {
  private static final String MAPPING =
      """
      about: Made-up attributions.
      accord: accord-sample
      allegation:
        complainant: watch
        source_id: {text: "made-up/{id}"}
        title: {column: title}
        respondent: {column: accused, split: ";", unmapped: leave_out, values: {Aland: aa, Borduria: bb}}
        clause:
          first:
            - when: {column: kind, contains: leak}
              use: clause-1
            - rule: what was paid for
              when: {any: [{column: kind, one_of: [ads, spots]}, {column: title, matches: "(?i).*paid.*"}]}
              use: clause-2
        occurred:
          from: {column: first, date: yyyy-MM-dd}
          to: {column: last, date: yyyy-MM-dd}
        disclosed: {column: attributed, split: ";", date: yyyy-MM-dd}
        actor_chain:
          - level: group
            name: {column: group, split: ";"}
          - level: state
            state: {text: "{$respondent}"}
        exhibits:
          - id: row
            kind: data_set
            title: The row
            content: rows
            claim: {number: {column: count}, unit: times, statement: {text: "It is said to have happened {count} times."}}
      """;

  private static final String HEADER = "id,title,accused,kind,first,last,attributed,group,count\n";

  @Test
  void several_accused_in_a_cell_are_a_case_each_and_the_row_says_so() throws IOException {
    Submission submission = only("1,T,Aland;Borduria,leak,2019-01-01,,,G");

    assertThat(submission.cases()).extracting(c -> c.respondent()).containsExactly("aa", "bb");
    assertThat(submission.notes())
        .containsExactly(
            Scope.Note.kept(
                "several_accused",
                "the row accuses aa, bb: each that is a party is a case of its own, and none is"
                    + " preferred"));
  }

  @Test
  void several_groups_in_a_cell_are_a_link_each() throws IOException {
    Submission submission = only("1,T,Aland,leak,2019-01-01,,,Owl;Heron;Owl");

    assertThat(allegation(submission).path("actor_chain").toString())
        .isEqualTo(
            """
            [{"level":"group","name":"Owl","control":"unknown"},\
            {"level":"group","name":"Heron","control":"unknown"},\
            {"level":"state","state":"aa","control":"unknown"}]\
            """);
    assertThat(submission.notes()).isEmpty();
  }

  @Test
  void several_days_for_a_field_of_one_are_left_out_and_stay_in_the_row() throws IOException {
    Submission submission = only("1,T,Aland,leak,2019-01-01,,2019-03-01;2019-02-01,G");

    assertThat(allegation(submission).has("disclosed")).isFalse();
    assertThat(allegation(submission).at("/exhibits/0/text").asString())
        .contains("2019-03-01;2019-02-01");
    assertThat(submission.notes())
        .containsExactly(
            Scope.Note.leftOut(
                "several_values",
                "the row has several values for disclosed (2019-03-01, 2019-02-01): none is"
                    + " preferred, none is entered"));
  }

  @Test
  void an_attribution_before_the_conduct_keeps_both_days_and_the_row_says_so() throws IOException {
    Submission submission = only("1,T,Aland,leak,2019-03-01,2019-03-02,2019-02-28,G");

    assertThat(allegation(submission).path("disclosed").asString()).isEqualTo("2019-02-28");
    assertThat(allegation(submission).at("/occurred/from").asString()).isEqualTo("2019-03-01");
    assertThat(submission.notes())
        .containsExactly(
            Scope.Note.kept(
                "disclosed_before_conduct",
                "disclosed on 2019-02-28, before the first day of the conduct, 2019-03-01: both are"
                    + " kept"));
  }

  @Test
  void an_attribution_on_the_first_day_is_nothing_to_tell() throws IOException {
    assertThat(only("1,T,Aland,leak,2019-03-01,,2019-03-01,G").notes()).isEmpty();
  }

  @Test
  void missing_days_stay_missing_and_the_row_says_so() throws IOException {
    Submission submission = only("1,T,Aland,leak,,,2019-02-28,G");

    assertThat(allegation(submission).path("occurred").toString())
        .isEqualTo("{\"precision\":\"unknown\"}");
    assertThat(allegation(submission).path("disclosed").asString()).isEqualTo("2019-02-28");
    assertThat(submission.notes())
        .extracting(Scope.Note::code, Scope.Note::kept)
        .containsExactly(tuple("undated", true));
  }

  @Test
  void a_row_that_no_rule_puts_under_a_clause_is_rejected_with_the_rules_and_the_remedy()
      throws IOException {
    Submission submission = only("1,T,Aland,spies,2019-01-01,,,G");

    assertThat(submission.cases()).isEmpty();
    assertThat(submission.problem())
        .isEqualTo(
            new Submission.Problem(
                "no_clause",
                "no rule puts the row under a clause, for none holds of: kind contains 'leak';"
                    + " what was paid for; add a rule that covers it to 'clause' in the mapping, or"
                    + " file the row by hand"));
    assertThat(only("1,Paid spots,Aland,spies,2019-01-01,,,G").cases())
        .extracting(c -> c.clause())
        .containsExactly("clause-2");
  }

  private static JsonNode allegation(Submission submission) {
    return submission.cases().getFirst().body().path("allegation");
  }

  @Test
  void a_number_that_is_quoted_is_a_claim_with_its_unit_and_its_sentence() throws IOException {
    JsonNode claim = allegation(claiming("85")).at("/exhibits/0/claim");
    assertThat(claim.toString())
        .isEqualTo(
            "{\"number\":\"85\",\"unit\":\"times\","
                + "\"statement\":\"It is said to have happened 85 times.\"}");
  }

  @Test
  void a_blank_number_is_no_claim_and_no_zero() throws IOException {
    assertThat(allegation(claiming("")).at("/exhibits/0").has("claim")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"many", "1 000", "1e3", "085"})
  void what_is_no_decimal_number_is_rejected_and_not_read_as_one(String count) throws IOException {
    Submission submission = claiming(count);

    assertThat(submission.cases()).isEmpty();
    assertThat(submission.problem())
        .isEqualTo(
            new Submission.Problem(
                "bad_value",
                "'%s' is not what was expected: a decimal number, for example 85 or -0.5"
                    .formatted(count)));
  }

  private static Submission only(String row) throws IOException {
    return read(row + ",");
  }

  private static Submission claiming(String count) throws IOException {
    return read("1,T,Aland,leak,2019-03-01,,2019-03-01,G," + count);
  }

  private static Submission read(String row) throws IOException {
    List<Submission> submissions = Samples.submissions(MAPPING, HEADER + row + "\n");
    assertThat(submissions).hasSize(1);
    return submissions.getFirst();
  }
}
