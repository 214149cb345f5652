package org.accordledger.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.accordledger.api.imports.Submission.ProposedCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class MappingTest {
  @Test
  void a_row_becomes_one_case_per_accused_party_and_names_the_others() throws IOException {
    Submission submission =
        only(
            Samples.submissions(
                Samples.ROWS,
                Samples.HEADER
                    + "7,Letters,\"Aland,Borduria, Syldavia\",a"
                    + " leak,3/9/2020,3/10/2020,https://example.org/7,1\n"));

    assertThat(submission.cases()).extracting(ProposedCase::respondent).containsExactly("aa", "bb");
    assertThat(submission.cases()).extracting(ProposedCase::clause).containsOnly("clause-1");
    assertThat(submission.notes())
        .extracting(Scope.Note::detail)
        .containsExactly(
            "the row accuses aa, bb, cc: each that is a party is a case of its own, and none is"
                + " preferred",
            "'cc' is not a party to accord-sample");
    JsonNode allegation = submission.cases().getFirst().body().path("allegation");
    assertThat(allegation.path("source_id").asString()).isEqualTo("watch/7");
    assertThat(allegation.path("occurred").toString())
        .isEqualTo("{\"from\":\"2020-03-09\",\"to\":\"2020-03-10\",\"precision\":\"day\"}");
    JsonNode exhibit = allegation.path("exhibits").path(0);
    assertThat(exhibit.path("title").asString()).isEqualTo("Report on 7");
    assertThat(exhibit.path("assessments").toString())
        .isEqualTo("[{\"test\":\"dated\",\"passed\":true}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,T,,k,,,,       | nobody_accused",
        "1,T,Syldavia,k,,,,| no_party",
        "1,T,somebody,k,,,,| unknown_word",
        ",T,Aland,k,,,,   | bad_id",
        "1,,Aland,k,,,,   | missing_value",
        "1,T,Aland,k,31/12/2020,,,| bad_date",
        "1,T,Aland,k,2/30/2020,,,| bad_date",
        "1,T,Aland        | unreadable",
      })
  void a_row_that_cannot_be_used_says_why(String row, String code) throws IOException {
    String mapping =
        code.equals("bad_id")
            ? Samples.ROWS.replace("{text: \"watch/{id}\"}", "{column: id}")
            : Samples.ROWS;

    Submission submission = only(Samples.submissions(mapping, Samples.HEADER + row.strip() + "\n"));

    assertThat(submission.cases()).isEmpty();
    assertThat(submission.problem())
        .extracting(Submission.Problem::code)
        .isEqualTo(code.equals("bad_id") ? "no_source_id" : code);
    assertThat(submission.rows().getFirst().line()).isEqualTo(2);
  }

  @Test
  void blank_days_stay_unknown_and_are_never_guessed() throws IOException {
    List<Submission> submissions =
        Samples.submissions(
            Samples.ROWS,
            Samples.HEADER
                + "1,T,Aland,k,,,,\n"
                + "2,T,Aland,k,,3/10/2020,,\n"
                + "3,T,Aland,k,3/11/2020,3/10/2020,,\n"
                + "4,T,Aland,k,2020-03-11,,,\n");

    assertThat(submissions)
        .extracting(s -> s.cases().getFirst().body().path("allegation").path("occurred").toString())
        .containsExactly(
            "{\"precision\":\"unknown\"}",
            "{\"precision\":\"unknown\"}",
            "{\"precision\":\"unknown\"}",
            "{\"from\":\"2020-03-11\",\"precision\":\"day\"}");
    assertThat(submissions)
        .extracting(s -> s.notes().stream().map(Scope.Note::code).toList())
        .containsExactly(
            List.of("undated"), List.of("no_first_day"), List.of("days_contradict"), List.of());
  }

  @Test
  void a_link_that_is_none_is_left_out_and_the_row_stays() throws IOException {
    Submission submission =
        only(
            Samples.submissions(
                Samples.ROWS, Samples.HEADER + "1,T,Aland,k,,,javascript:alert(1),maybe\n"));

    JsonNode exhibit =
        submission.cases().getFirst().body().path("allegation").path("exhibits").path(0);
    assertThat(exhibit.has("origin_url")).isFalse();
    assertThat(exhibit.path("assessments").toString()).isEqualTo("[{\"test\":\"dated\"}]");
    assertThat(submission.notes())
        .extracting(Scope.Note::code)
        .containsExactlyInAnyOrder("undated", "bad_link", "not_assessed");
  }

  @Test
  void a_source_id_that_stands_twice_is_taken_once() throws IOException {
    List<Submission> submissions =
        Samples.submissions(Samples.ROWS, Samples.HEADER + "1,T,Aland,k,,,,\n1,U,Borduria,k,,,,\n");

    assertThat(submissions.getFirst().problem()).isNull();
    assertThat(submissions.getLast().problem())
        .isEqualTo(
            new Submission.Problem(
                "duplicate_source_id", "the source id stands already on line 2 of f.csv"));
  }

  @Test
  void rows_of_a_month_become_one_allegation_with_their_text_and_exact_totals() throws IOException {
    List<Submission> submissions =
        Samples.submissions(
            Samples.MONTHS,
            """
            day,amount,currency,text
            2016-05-01,0.10,X,"vote, now"
            2016-05-31,0.20,X,other
            2016-06-01,7,Y,vote
            2016-05-02,1000000.05,Y,other
            ,3,X,undated
            2016-05-03,much,X,other
            """);

    assertThat(submissions)
        .extracting(s -> s.rows().stream().map(Submission.RowName::line).toList())
        .containsExactly(List.of(7L), List.of(2L, 3L, 5L), List.of(4L), List.of(6L));
    assertThat(submissions.getFirst().problem())
        .isEqualTo(
            new Submission.Problem("bad_number", "amount says 'much', expected a decimal number"));
    JsonNode may = submissions.get(1).cases().getFirst().body().path("allegation");
    assertThat(may.path("title").asString()).isEqualTo("3 purchases, 2016-05");
    assertThat(may.path("occurred").toString())
        .isEqualTo("{\"from\":\"2016-05-01\",\"precision\":\"month\"}");
    JsonNode exhibit = may.path("exhibits").path(0);
    assertThat(exhibit.path("totals").toString())
        .isEqualTo(
            "{\"rows\":\"3\",\"spend.X\":\"0.30\",\"spend.Y\":\"1000000.05\",\"votes\":\"1\"}");
    assertThat(exhibit.path("text").asString())
        .isEqualTo(
            """
            day,amount,currency,text
            2016-05-01,0.10,X,"vote, now"
            2016-05-31,0.20,X,other
            2016-05-02,1000000.05,Y,other
            """);
    assertThat(
            submissions
                .get(3)
                .cases()
                .getFirst()
                .body()
                .path("allegation")
                .path("occurred")
                .toString())
        .isEqualTo("{\"precision\":\"unknown\"}");
  }

  @ParameterizedTest
  @CsvSource({"clear, red, false", "amber, amber, true", "red, clear, true", "clear, clear, true"})
  void an_exhibit_marked_closer_than_its_case_is_left_for_the_ledger_to_name(
      String ofCase, String ofExhibit, boolean named) throws IOException {
    String marked =
        Samples.ROWS
            .replace("  title: {column: title}", "  title: {column: title}\n  marking: " + ofCase)
            .replace("      kind: press", "      kind: press\n      marking: " + ofExhibit);

    JsonNode exhibit =
        only(Samples.submissions(marked, Samples.HEADER + "1,T,Aland,k,,,,\n"))
            .cases()
            .getFirst()
            .body()
            .at("/allegation/exhibits/0");

    assertThat(exhibit.get("marking").asString()).isEqualTo(ofExhibit);
    assertThat(exhibit.has("id")).isEqualTo(named);
  }

  private static Submission only(List<Submission> submissions) {
    assertThat(submissions).hasSize(1);
    return submissions.getFirst();
  }
}
