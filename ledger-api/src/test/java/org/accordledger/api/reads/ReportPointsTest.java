package org.accordledger.api.reads;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.accordledger.api.HttpAnswer;
import org.accordledger.core.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What every report and list shares: its point, its pages, and what it leaves out. */
class ReportPointsTest {
  private static final String[] AMBER = {
    "\"marking\": \"clear\", \n", "\"marking\": \"amber\", \n"
  };

  private final Story story = new Story();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reciprocity",
        "uncovered-conduct",
        "tally?by=respondent",
        "response-times?party=alba",
        "loop?year=1999"
      })
  void a_report_leaves_out_as_many_cases_as_the_scorecard_and_nothing_narrows_the_number(
      String report) {
    long before = story.position();
    story.submit();
    out(story.submit(AMBER));
    story.submit(AMBER);
    String separator = report.contains("?") ? "&" : "?";

    for (String query :
        new String[] {"", "incidents=1999-01..1999-12", "as_of=" + story.position()}) {
      JsonNode scorecard =
          ok(story.read("/scorecard?accord=" + story.accord() + "&" + query)).json();
      assertThat(leftOut(report + separator + query, null))
          .isEqualTo(scorecard.get("left_out").asLong())
          .isEqualTo(2);
    }
    assertThat(leftOut(report + separator + "as_of=" + before, null)).isZero();
    assertThat(leftOut(report, story.token(Role.AUDITOR, null))).isZero();
    // a side of the hidden cases is shown no more here than on the scorecard
    assertThat(leftOut(report, story.token(Role.PARTY, "borea"))).isEqualTo(2);
  }

  private void out(String id) {
    ok(
        story
            .scenario()
            .as(Role.REGISTRAR, null)
            .post(
                "/cases/" + id + "/inadmissibility",
                "{\"ground\": \"out_of_scope\", \"rests_on\": \"It is no document.\"}"));
  }

  private long leftOut(String report, @Nullable String token) {
    return ok(story.read(story.scenario().path(report), "application/json", token))
        .json()
        .get("left_out")
        .asLong();
  }

  @Test
  void a_difference_leaves_out_what_the_later_scorecard_does() {
    long before = story.position();
    story.submit(AMBER);
    String query = "accord=" + story.accord() + "&party=borea&clause=no-fakes";

    assertThat(
            story
                .read("/scorecard/differences?since=" + before + "&" + query)
                .json()
                .get("left_out"))
        .isEqualTo(story.read("/scorecard?" + query).json().get("left_out"));
    HttpAnswer unknown = story.read("/scorecard/differences?method=3&since=" + before);
    assertThat(unknown.json().get("parameter").asString()).isEqualTo("method");
    assertThat(unknown.json().get("detail").asString()).contains("must be one of 1, 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/accords/{accord}/reciprocity",
        "/accords/{accord}/uncovered-conduct",
        "/accords/{accord}/tally",
        "/accords/{accord}/response-times",
        "/accords/{accord}/loop",
        "/accords/{accord}/lineage",
        "/elections",
        "/elections?accord={accord}",
        "/series",
        "/series?accord={accord}"
      })
  void an_answer_as_of_a_time_names_the_position_that_answered(String address) {
    String id = story.submit();
    HttpAnswer admitted =
        ok(story.scenario().as(Role.REGISTRAR, null).post("/cases/" + id + "/admission", "{}"));
    String time = admitted.json().get("recorded_at").asString();
    story.submit();
    String path = address.replace("{accord}", story.accord());
    String separator = path.contains("?") ? "&" : "?";

    assertThat(ok(atHead(path + separator + "as_of=" + time)).header("Ledger-Position"))
        .isEqualTo(Long.toString(last(admitted)));
    assertThat(ok(atHead(path + separator + "as_of=" + last(admitted))).header("Ledger-Position"))
        .isEqualTo(Long.toString(last(admitted)));
    assertThat(Long.parseLong(ok(atHead(path)).header("Ledger-Position")))
        .isGreaterThanOrEqualTo(story.position());
    assertThat(story.read(path + separator + "as_of=999999999").json().get("parameter").asString())
        .isEqualTo("as_of");
  }

  /** An admission is several events; the answer names the last. */
  private static long last(HttpAnswer admitted) {
    return admitted.json().get("position").asLong();
  }

  private HttpAnswer atHead(String path) {
    return story.scenario().nobody().getAtHead(path);
  }

  @Test
  void incidents_outside_the_months_asked_for_are_in_no_report() {
    out(story.submit());
    String then = "incidents=1999-01..1999-12";
    for (String report : new String[] {"reciprocity", "uncovered-conduct", "response-times"}) {
      String path = story.scenario().path(report);
      assertThat(ok(atHead(path)).json().get("items")).isNotEmpty();
      assertThat(ok(atHead(path + "?" + then)).json().get("items")).isEmpty();
      assertThat(story.read(path + "?incidents=x").json().get("parameter").asString())
          .isEqualTo("incidents");
    }
  }

  @Test
  void the_cases_of_a_report_come_in_pages_and_its_figures_whole() {
    for (int i = 0; i < 3; i++) {
      out(story.submit());
    }
    long point = head();

    assertThat(paged("uncovered-conduct?as_of=" + point, "", "case_id")).hasSize(3);
    assertThat(paged("response-times?as_of=" + point, "", "case_id")).hasSize(3);
    List<String> tallied = new ArrayList<>();
    String next = "";
    do {
      JsonNode line =
          ok(atHead(story.scenario().path("tally?limit=2&as_of=" + point + next)))
              .json()
              .at("/items/0");
      assertThat(line.at("/counts/alleged").asLong()).isEqualTo(3);
      line.get("cases").forEach(one -> tallied.add(one.asString()));
      next = line.has("next") ? "&cursor=" + line.get("next").asString() : "";
    } while (!next.isEmpty());
    assertThat(tallied).hasSize(3).doesNotHaveDuplicates();
    for (String report : new String[] {"uncovered-conduct", "response-times", "tally"}) {
      HttpAnswer strange = story.read(story.scenario().path(report + "?cursor=bmljZSB0cnk"));
      assertThat(strange.json().get("parameter").asString()).isEqualTo("cursor");
    }
  }

  private long head() {
    return Long.parseLong(atHead(story.scenario().path("tally")).header("Ledger-Position"));
  }

  /** The ids on all pages of two, one after the other; and back again by the way. */
  private List<String> paged(String report, String cursor, String field) {
    HttpAnswer page = ok(atHead(story.scenario().path(report + "&limit=2" + cursor)));
    List<String> ids = new ArrayList<>(page.json().findValuesAsString(field));
    if (page.json().has("next")) {
      assertThat(page.header("Link")).contains("rel=\"next\"");
      ids.addAll(paged(report, "&cursor=" + page.json().get("next").asString(), field));
    } else {
      String back = page.json().get("prev").asString();
      assertThat(
              ok(atHead(story.scenario().path(report + "&limit=2&cursor=" + back)))
                  .json()
                  .findValuesAsString(field))
          .hasSize(2)
          .doesNotContainAnyElementsOf(ids);
    }
    return ids;
  }

  @Test
  void series_are_listed_in_pages_of_those_the_reader_may_know_of() {
    String[] markings = {"clear", "amber", "clear"};
    for (int i = 0; i < markings.length; i++) {
      created(
          story
              .scenario()
              .as(Role.MONITOR, "watch")
              .post(
                  "/series",
                  """
                  {"series": "series-%s-%d", "keeper": "watch", "accord": "%s", "title": "Forged documents",
                   "indicator": "forged documents found", "unit": "documents",
                   "source": "https://example.org/forged", "method": "by the day they were found",
                   "concerns": "borea", "periods": "year", "marking": "%s"}
                  """
                      .formatted(story.accord(), i, story.accord(), markings[i])));
    }
    String list = "/series?limit=1&accord=" + story.accord();
    JsonNode first = ok(atHead(list)).json();
    JsonNode second = ok(atHead(list + "&cursor=" + first.get("next").asString())).json();

    assertThat(first.at("/items/0/series").asString()).endsWith("-0");
    assertThat(second.at("/items/0/series").asString()).endsWith("-2");
    assertThat(second.has("next")).isFalse();
    for (String strange : new String[] {"!", base64("x"), base64("12x")}) {
      HttpAnswer refused = story.read("/series?cursor=" + strange);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.json().get("parameter").asString()).isEqualTo("cursor");
    }
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }
}
