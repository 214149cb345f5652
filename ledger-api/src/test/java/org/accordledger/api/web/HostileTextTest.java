package org.accordledger.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.accordledger.api.HttpAnswer;
import org.accordledger.api.reads.Story;
import org.accordledger.core.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What people file is text, whatever it looks like. */
class HostileTextTest {
  private static final String MARKUP =
      "<script>alert(1)</script><img src=x onerror=alert(1)>'><svg/onload=alert(1)>${7*7} #{brand}"
          + " [[${1}]]";
  private static final String RIGHT_TO_LEFT = "\u202eevil\u202c \u05e9\u05dc\u05d5\u05dd";
  private static final String LONG = "x".repeat(500);

  private final Story story = new Story();

  @Test
  void markup_in_titles_and_narratives_is_shown_and_never_obeyed() {
    String id =
        story.submit(
            "\"title\": \"A forged letter\"",
            "\"title\": \"" + MARKUP + "\"",
            "A letter was forged.",
            MARKUP + " " + RIGHT_TO_LEFT + " " + LONG);
    story.admit(id);
    story.respond(id, "not_us", MARKUP);
    for (String path :
        new String[] {"/cases/" + id, "/cases?accord=" + story.accord(), story.cell("borea")}) {
      HttpAnswer answer = story.page(path);
      assertThat(answer.status()).as(path).isEqualTo(200);
      Document page = Jsoup.parse(answer.response().body());
      assertThat(page.select("script, img, svg")).as(path).isEmpty();
      assertThat(page.text()).as(path).contains(MARKUP);
    }
    Document page = Jsoup.parse(story.page("/cases/" + id).response().body());
    assertThat(page.title()).startsWith(MARKUP);
    assertThat(page.select("#allegation ~ .said").text()).contains(RIGHT_TO_LEFT, LONG);
    assertThat(page.select("#allegation ~ .said[dir=auto][lang=en]")).hasSize(1);
  }

  /** {@link OutsideLinkTest} has what a page does with one that was filed all the same. */
  @Test
  void an_address_that_would_run_code_is_not_taken() {
    String title = "\"title\": \"The letter\",";
    String allegation = story.scenario().allegation(null);
    assertThat(allegation).contains(title);

    HttpAnswer answer =
        story
            .scenario()
            .as(Role.PARTY, "alba")
            .post(
                "/cases",
                allegation.replace(title, title + " \"origin_url\": \"javascript:alert(1)\","));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/pointer").asString())
        .isEqualTo("/allegation/exhibits/0/origin_url");
  }

  @Test
  void a_formula_in_a_query_or_a_name_does_not_reach_a_spreadsheet() {
    HttpAnswer csv = story.read("/scorecard?accord=" + story.accord(), "text/csv", null);
    assertThat(csv.response().body().lines())
        .allMatch(line -> !line.startsWith("=") && !line.contains(",="));
  }
}
