package org.accordledger.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.accordledger.api.imports.Submission.ProposedCase;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RealDataTest {
  private static final Set<String> PARTIES = Set.of("us", "ru");

  @Test
  void every_attribution_becomes_one_case_per_accused_party_or_is_reported() throws IOException {
    List<Submission> submissions =
        RealData.submissions(
            RealData.mapping("fiat2020.yaml"), RealData.file("fiat2020.csv"), PARTIES);

    assertThat(submissions).hasSize(84);
    assertThat(cases(submissions))
        .containsOnly(
            Map.entry("ru commitment-1", 6L),
            Map.entry("ru commitment-2", 26L),
            Map.entry("us commitment-2", 2L));
    assertThat(problems(submissions))
        .containsOnly(
            Map.entry("no_party", 29L),
            Map.entry("nobody_accused", 5L),
            Map.entry("unknown_word", 1L),
            Map.entry("no_clause", 15L));
    assertThat(notes(submissions))
        .containsOnly(
            Map.entry("undated", 6L),
            Map.entry("no_first_day", 8L),
            Map.entry("days_contradict", 1L),
            Map.entry("disclosed_before_conduct", 1L),
            Map.entry("several_accused", 14L),
            Map.entry("not_a_party", 22L));
  }

  @Test
  void an_incident_with_several_initiators_accuses_each_party_once_and_keeps_its_row()
      throws IOException {
    List<Submission> submissions =
        RealData.submissions(
            RealData.mapping("eurepoc-incidents.yaml"),
            RealData.file("eurepoc-global-1.1.csv"),
            PARTIES);

    assertThat(submissions).hasSize(1_643);
    List<Submission> used = submissions.stream().filter(s -> s.problem() == null).toList();
    assertThat(cases(submissions))
        .containsOnly(Map.entry("ru commitment-1", 18L), Map.entry("us commitment-1", 5L));
    assertThat(problems(submissions))
        .containsOnly(
            Map.entry("no_party", 496L),
            Map.entry("nobody_accused", 13L),
            Map.entry("unknown_word", 920L),
            Map.entry("no_clause", 191L));
    assertThat(notes(submissions))
        .containsOnly(Map.entry("disclosed_before_conduct", 6L), Map.entry("unknown_word", 12L));
    assertThat(used.stream().flatMap(s -> s.cases().stream()).map(ProposedCase::clause))
        .containsOnly("commitment-1");
    assertThat(used)
        .allSatisfy(
            s ->
                assertThat(s.cases().stream().map(ProposedCase::respondent))
                    .doesNotHaveDuplicates());
    assertThat(
            used.getFirst().cases().getFirst().body().at("/allegation/exhibits/0/text").asString())
        .contains("attributed_initiator_country");
  }

  @Test
  void attributions_that_differ_are_kept_side_by_side_with_what_a_catalogue_says_of_the_groups()
      throws IOException {
    List<Submission> submissions =
        RealData.submissions(
            RealData.mapping("eurepoc-attributions.yaml"),
            RealData.file("eurepoc-global-1.1.csv"),
            Set.of("us", "ru", "by"));

    assertThat(submissions).hasSize(1_643);
    assertThat(cases(submissions))
        .containsOnly(
            Map.entry("ru commitment-1", 20L),
            Map.entry("us commitment-1", 5L),
            Map.entry("by commitment-1", 2L));
    assertThat(problems(submissions))
        .containsOnly(
            Map.entry("no_party", 498L),
            Map.entry("nobody_accused", 2L),
            Map.entry("unknown_word", 912L),
            Map.entry("no_clause", 205L));
    assertThat(notes(submissions))
        .containsOnly(
            Map.entry("disclosed_before_conduct", 5L),
            Map.entry("several_values", 3L),
            Map.entry("several_accused", 1L),
            Map.entry("unknown_word", 18L));
    assertThat(
            submissions.stream()
                .flatMap(s -> s.cases().stream())
                .map(c -> c.body().at("/allegation/attribution_value"))
                .filter(value -> !value.isMissingNode())
                .map(JsonNode::asInt))
        .hasSize(9)
        .containsOnly(50);
  }

  @Test
  void a_campaign_whose_year_alone_is_known_has_that_year_and_one_without_has_none()
      throws IOException {
    List<Submission> submissions =
        RealData.submissions(
            RealData.mapping("disarm-incidents.yaml"),
            RealData.file("disarm-incidents.csv"),
            PARTIES);
    assertThat(submissions).hasSize(133);
    assertThat(cases(submissions))
        .containsOnly(Map.entry("ru commitment-1", 5L), Map.entry("ru commitment-2", 3L));
    assertThat(problems(submissions))
        .containsOnly(
            Map.entry("no_party", 17L),
            Map.entry("nobody_accused", 65L),
            Map.entry("unknown_word", 6L),
            Map.entry("no_clause", 33L),
            Map.entry("no_source_id", 4L));
    List<JsonNode> occurred =
        submissions.stream()
            .flatMap(s -> s.cases().stream())
            .map(c -> c.body().at("/allegation/occurred"))
            .toList();

    assertThat(occurred)
        .allMatch(
            o ->
                o.path("precision").asString().equals("unknown")
                    || (o.path("from").asString().endsWith("-01-01")
                        && o.path("precision").asString().equals("year")));
  }

  @Test
  void an_attribution_keeps_its_tests_links_days_and_clause() throws IOException {
    List<Submission> submissions =
        RealData.submissions(
            RealData.mapping("fiat2020.yaml"), RealData.file("fiat2020.csv"), PARTIES);

    JsonNode first = submissions.getFirst().cases().getFirst().body().path("allegation");
    JsonNode exhibit = first.path("exhibits").path(0);
    assertThat(exhibit.path("assessments").size()).isEqualTo(18);
    assertThat(passed(exhibit)).isEqualTo(16);
    assertThat(exhibit.path("origin_url").asString()).startsWith("https://www.nbcnews.com/");
    assertThat(exhibit.path("archive_url").asString()).startsWith("https://web.archive.org/");
    assertThat(first.path("occurred").path("from").asString()).isEqualTo("2016-11-01");
    assertThat(first.path("occurred").path("to").asString()).isEqualTo("2018-11-06");
    assertThat(first.path("disclosed").asString()).isEqualTo("2018-11-07");
    assertThat(first.path("clause").asString()).isEqualTo("commitment-2");
    assertThat(first.path("victims").path(0).asString()).isEqualTo("us");
  }

  @Test
  void conduct_without_a_last_day_was_still_going_on_when_it_was_attributed() throws IOException {
    List<JsonNode> occurred =
        RealData.submissions(
                RealData.mapping("fiat2020.yaml"), RealData.file("fiat2020.csv"), PARTIES)
            .stream()
            .flatMap(s -> s.cases().stream())
            .map(c -> c.body().path("allegation"))
            .filter(a -> a.path("source_id").asString().matches("fiat2020/(A1O7CILS|TZ3OU1FU)"))
            .map(a -> a.path("occurred"))
            .toList();

    assertThat(occurred)
        .hasSize(2)
        .allMatch(
            o ->
                o.toString()
                    .equals("{\"from\":\"2014-01-01\",\"precision\":\"day\",\"ongoing\":true}"));
  }

  @Test
  void days_that_contradict_each_other_are_left_out_and_said() throws IOException {
    List<Submission> submissions =
        RealData.submissions(
            RealData.mapping("fiat2020.yaml"), RealData.file("fiat2020.csv"), PARTIES);

    List<Submission> contradicting =
        submissions.stream()
            .filter(s -> s.notes().stream().anyMatch(n -> n.code().equals("days_contradict")))
            .toList();
    assertThat(contradicting).hasSize(1);
    JsonNode occurred =
        contradicting.getFirst().cases().getFirst().body().path("allegation").path("occurred");
    assertThat(occurred.path("precision").asString()).isEqualTo("unknown");
    assertThat(occurred.has("from")).isFalse();
  }

  @Test
  void the_advertisements_of_a_month_become_one_allegation_with_exact_totals() throws IOException {
    List<Submission> submissions =
        RealData.submissions(
            RealData.mapping("ira-facebook-ads.yaml"),
            RealData.file("ira-facebook-ads.csv"),
            PARTIES);

    assertThat(submissions).hasSize(29).allMatch(s -> s.problem() == null);
    assertThat(submissions.stream().mapToInt(s -> s.rows().size()).sum()).isEqualTo(3498);
    List<JsonNode> totals =
        submissions.stream()
            .map(
                s ->
                    s.cases()
                        .getFirst()
                        .body()
                        .path("allegation")
                        .path("exhibits")
                        .path(0)
                        .path("totals"))
            .toList();
    assertThat(sum(totals, "rows")).isEqualByComparingTo("3498");
    assertThat(sum(totals, "clicks")).isEqualByComparingTo("3708749");
    assertThat(sum(totals, "impressions")).isEqualByComparingTo("40285461");
    assertThat(sum(totals, "mentions_election")).isEqualByComparingTo("212");
    assertThat(sum(totals, "spend.RUB").add(sum(totals, "spend.USD")))
        .isEqualByComparingTo("5822664.25");
    assertThat(submissions)
        .allMatch(
            s ->
                s.cases()
                        .getFirst()
                        .body()
                        .at("/allegation/exhibits/0/text")
                        .asString()
                        .lines()
                        .count()
                    > s.rows().size());
    assertThat(
            submissions.stream()
                .map(s -> s.cases().getFirst().body().path("allegation").path("occurred"))
                .filter(occurred -> occurred.path("precision").asString().equals("unknown")))
        .hasSize(1);
  }

  @Test
  void a_month_as_content_stays_far_below_what_a_request_may_hold() throws IOException {
    List<Submission> submissions =
        RealData.submissions(
            RealData.mapping("ira-facebook-ads.yaml"),
            RealData.file("ira-facebook-ads.csv"),
            PARTIES);

    assertThat(submissions)
        .allMatch(
            s ->
                s.cases().getFirst().body().toString().getBytes(StandardCharsets.UTF_8).length
                    < 1_000_000);
  }

  /** How many submissions are rejected, by the code of the reason. */
  private static Map<String, Long> problems(List<Submission> submissions) {
    return submissions.stream()
        .map(Submission::problem)
        .filter(Objects::nonNull)
        .collect(Collectors.groupingBy(Submission.Problem::code, Collectors.counting()));
  }

  /** How many cases are against whom under which clause. */
  private static Map<String, Long> cases(List<Submission> submissions) {
    return submissions.stream()
        .flatMap(s -> s.cases().stream())
        .collect(
            Collectors.groupingBy(c -> c.respondent() + " " + c.clause(), Collectors.counting()));
  }

  /** How many rows are flagged or lack a part, by its code. */
  private static Map<String, Long> notes(List<Submission> submissions) {
    return submissions.stream()
        .flatMap(s -> s.notes().stream())
        .collect(Collectors.groupingBy(Scope.Note::code, Collectors.counting()));
  }

  private static long passed(JsonNode exhibit) {
    return StreamSupport.stream(exhibit.path("assessments").spliterator(), false)
        .filter(test -> test.path("passed").asBoolean(false))
        .count();
  }

  private static BigDecimal sum(List<JsonNode> totals, String name) {
    return totals.stream()
        .map(total -> new BigDecimal(total.path(name).asString("0")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
