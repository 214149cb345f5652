package org.accordledger.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    assertThat(submissions.stream().filter(s -> s.problem() == null)).hasSize(49);
    assertThat(
            submissions.stream()
                .flatMap(s -> s.cases().stream())
                .collect(Collectors.groupingBy(ProposedCase::respondent, Collectors.counting())))
        .containsEntry("ru", 47L)
        .containsEntry("us", 4L)
        .hasSize(2);
    assertThat(
            submissions.stream()
                .filter(s -> s.problem() != null)
                .collect(
                    Collectors.groupingBy(
                        s -> s.problem() == null ? "" : s.problem().code(), Collectors.counting())))
        .containsEntry("no_party", 29L)
        .containsEntry("nobody_accused", 5L)
        .containsEntry("unknown_word", 1L)
        .hasSize(3);
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
    assertThat(used).hasSizeBetween(15, 60);
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
  void a_campaign_whose_year_alone_is_known_has_that_year_and_one_without_has_none()
      throws IOException {
    List<JsonNode> occurred =
        RealData.submissions(
                RealData.mapping("disarm-incidents.yaml"),
                RealData.file("disarm-incidents.csv"),
                PARTIES)
            .stream()
            .flatMap(s -> s.cases().stream())
            .map(c -> c.body().at("/allegation/occurred"))
            .toList();

    assertThat(occurred).hasSizeGreaterThan(35);
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
