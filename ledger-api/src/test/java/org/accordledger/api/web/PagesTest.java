package org.accordledger.api.web;

import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import org.accordledger.api.HttpAnswer;
import org.accordledger.api.reads.Story;
import org.accordledger.core.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class PagesTest {
  private final Story story = new Story();

  @Test
  void every_page_has_landmarks_one_heading_a_skip_link_and_nothing_inline() {
    String id = story.submit();
    story.admit(id);
    String[] paths = {
      "/",
      "/scorecard",
      "/scorecard?accord=" + story.accord() + "&as_of=" + story.position(),
      story.cell("borea"),
      "/?as_of=" + story.position(),
      "/cases",
      "/cases?incidents=2016-01..2016-12&as_of=" + story.position(),
      "/cases/" + id,
      "/accords",
      "/accords/" + story.accord(),
      "/cases/case-nowhere",
      "/problems/wrong_stage"
    };
    for (String path : paths) {
      Document page = page(path);
      assertThat(page.select("html[lang=en]")).as(path).hasSize(1);
      assertThat(page.select("main#main")).as(path).hasSize(1);
      assertThat(page.select("header nav[aria-label]")).as(path).hasSize(1);
      assertThat(page.select("footer")).as(path).hasSize(1);
      assertThat(page.select("h1")).as(path).hasSize(1);
      assertThat(page.select("body > *").get(0).attr("href")).as(path).isEqualTo("#main");
      assertThat(page.select("script, style, [style], iframe, object")).as(path).isEmpty();
      assertThat(page.select("*").stream().flatMap(e -> e.attributes().asList().stream()))
          .as(path)
          .noneMatch(attribute -> attribute.getKey().startsWith("on"));
      assertThat(page.select("th:not([scope])")).as(path).isEmpty();
      assertThat(page.select("table:not(:has(caption))")).as(path).isEmpty();
      assertThat(page.select("input:not([type=hidden]), select").eachAttr("id"))
          .as(path)
          .allSatisfy(field -> assertThat(page.select("label[for=" + field + "]")).hasSize(1));
      assertThat(page.select("[id]").eachAttr("id")).as(path).doesNotHaveDuplicates();
      assertThat(page.select("body *:containsOwn(??)")).as(path).isEmpty();
    }
  }

  @Test
  void every_page_comes_with_a_policy_that_runs_no_inline_code() {
    HttpAnswer answer = story.page("/scorecard");
    assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe-inline");
    assertThat(answer.header("Ledger-Position")).matches("[0-9]+");
    assertThat(story.read("/assets/ledger.css", "*/*", null).status()).isEqualTo(200);
  }

  @Test
  void each_figure_of_the_scorecard_opens_to_as_many_cases_as_it_counts() {
    story.submit();
    String second = story.submit();
    story.admit(second);
    story.respond(second, "not_us", "No.");
    Document page = page("/scorecard?accord=" + story.accord());
    var figures = page.select(".figures a");
    assertThat(figures).hasSizeGreaterThan(3);
    for (Element figure : figures) {
      int count = Integer.parseInt(figure.select("b").text());
      Document opened = page(figure.attr("href"));
      assertThat(opened.select("#cases tbody tr")).as(figure.outerHtml()).hasSize(count);
    }
  }

  @Test
  void a_cell_says_its_grade_in_words_and_the_rule_it_follows_from() {
    String id = story.submit();
    story.admit(id);
    story.respond(id, "not_us", "No.");
    story.decide(id, "It was forged.");
    Document page = page(story.cell("borea"));
    assertThat(page.select(".grade .word").text()).isEqualTo("Departure from the commitment");
    assertThat(page.select("section[aria-labelledby=grade]").text())
        .contains("establishes every element")
        .contains("1 of 1 determinable findings are departures")
        .contains("n = 1");
    assertThat(page.text()).doesNotContain("iolation");
  }

  @Test
  void the_past_says_that_it_is_the_past_and_keeps_its_point_in_every_link() {
    String id = story.submit();
    long before = story.position();
    story.admit(id);
    Document page = page("/scorecard?accord=" + story.accord() + "&as_of=" + before);
    assertThat(page.select(".banner.past").text()).contains("viewing the past", "" + before);
    assertThat(page.select(".banner.past a").attr("href")).doesNotContain("as_of");
    assertThat(page.select(".scores a").eachAttr("href"))
        .isNotEmpty()
        .allMatch(href -> href.contains("as_of=" + before));
    assertThat(page("/scorecard").select(".banner.past")).isEmpty();
    assertThat(page("/cases/" + id + "?as_of=" + before).select(".identity").text())
        .contains("Submitted");
  }

  @Test
  void a_past_list_of_cases_says_so_and_opens_to_the_past() {
    String id = story.submit();
    long before = story.position();
    story.admit(id);
    String later = story.submit();
    String at = "as_of=" + before;
    Document page = page("/cases?limit=1&incidents=..9998-12&accord=" + story.accord() + "&" + at);
    assertThat(page.select(".banner.past").text()).contains("viewing the past", "" + before);
    assertThat(page.select(".banner.past a").attr("href"))
        .doesNotContain("as_of")
        .contains("incidents=");
    assertThat(page.select("tbody tr").text()).contains("Submitted");
    assertThat(page.select("tbody a").eachAttr("href"))
        .contains("/cases/" + id + "?" + at)
        .allMatch(href -> href.contains(at));
    assertThat(page.html()).doesNotContain(later);
    assertThat(page.select("#as_of").val()).isEqualTo("" + before);
    assertThat(page.select("#incidents").val()).isEqualTo("..9998-12");
    story.submit();
    String newer = "as_of=" + story.position();
    assertThat(
            page("/cases?limit=1&accord=" + story.accord() + "&" + newer)
                .select("a[rel=next]")
                .attr("href"))
        .contains(newer, "limit=1", "accord=");
    assertThat(page("/cases/" + id + "?" + at).select(".banner.past, .identity a").outerHtml())
        .contains("viewing the past", at);
  }

  @Test
  void the_headline_of_the_past_counts_the_cases_there_were_and_opens_to_them() {
    String id = story.submit();
    String before = "as_of=" + story.position();
    long submitted = figure(page("/?" + before), "stage=submitted");
    story.admit(id);
    String after = "as_of=" + story.position();
    assertThat(figure(page("/?" + before), "stage=submitted")).isEqualTo(submitted);
    assertThat(figure(page("/?" + after), "stage=submitted")).isEqualTo(submitted - 1);
    assertThat(page("/?" + before).select(".banner.past")).hasSize(1);
    assertThat(page("/").select(".banner.past")).isEmpty();
    assertThat(page("/?" + before).select(".headline a[href^=/cases]").eachAttr("href"))
        .hasSizeGreaterThan(2)
        .allMatch(href -> href.contains(before));
    for (Element figure : page("/?" + before).select(".headline a")) {
      assertThat(story.page(figure.attr("href")).status()).isEqualTo(200);
    }
  }

  /** The count of the headline that leads to an address; none is left out of a page. */
  private static long figure(Document page, String address) {
    return page.select(".headline a[href*=" + address + "]").stream()
        .mapToLong(link -> Long.parseLong(link.text()))
        .sum();
  }

  @Test
  void a_case_gives_allegation_and_reply_equal_place_and_an_anchor_to_every_event() {
    String id = story.submit();
    story.admit(id);
    story.respond(id, "not_us", "We had no part in it.");
    story.decide(id, "It was forged.");
    Document page = page("/cases/" + id);
    var sides = page.select(".sides > section");
    assertThat(sides.eachAttr("aria-labelledby")).containsExactly("allegation", "reply");
    assertThat(sides.get(0).text()).contains("A letter was forged.");
    assertThat(sides.get(1).text()).contains("Not us", "We had no part in it.");
    assertThat(page.select("section[aria-labelledby=findings]").text())
        .contains("Departure from a commitment", "A document was forged.", "Established");
    var events = story.read("/cases/" + id + "/timeline").json().get("items");
    assertThat(page.select(".timeline > li").eachAttr("id"))
        .containsExactlyElementsOf(
            events.valueStream().map(one -> "p" + one.get("position").asLong()).toList());
    assertThat(page.select(".timeline a[href^='#p']")).hasSize(events.size());
  }

  @Test
  void an_accord_says_who_may_file_see_and_sit_before_and_after_it_adopts_rules_of_its_own() {
    var initial = page("/accords/" + story.accord()).select("section[aria-labelledby=standing]");
    assertThat(initial.text())
        .contains("no standing rules of its own", "TLP:CLEAR or closer", "No third state")
        .contains("Nationals of a side or a victim, up to half");
    var registrar = story.scenario().as(Role.REGISTRAR, null);
    for (String body : new String[] {"watch-one", "watch-two"}) {
      ok(registrar.post(story.scenario().path("standing"), "{\"body\": \"" + body + "\"}"));
    }
    ok(
        registrar.post(
            story.scenario().path("standing-withdrawals"),
            "{\"body\": \"watch-two\", \"from\": \"2999-01-01\", \"reason\": \"It closed.\"}"));
    HttpAnswer adopted =
        ok(
            registrar.post(
                story.scenario().path("standing-rules"),
                """
                {"injured_third_states": true, "nationals_sit": false, "least_marking": "amber"}
                """));

    String path = "/accords/" + story.accord();
    ok(story.read(path + "?min_position=" + adopted.json().get("position").asLong()));
    var rules = page(path).select("section[aria-labelledby=standing]");
    assertThat(rules.text())
        .contains("Standing rules, version 1", "TLP:AMBER or closer")
        .contains("A third state that names itself a victim", "No national of a side or a victim");
    assertThat(rules.select("li").eachText())
        .contains("watch-one, which was granted standing")
        .noneMatch(line -> line.startsWith("watch-two, which"))
        .anyMatch(line -> line.startsWith("watch-two before 2999-01-01"));
  }

  @Test
  void a_case_without_a_reply_says_so_and_that_silence_is_not_guilt() {
    String id = story.submit();
    assertThat(page("/cases/" + id).select(".sides").text()).contains("has not been asked");
    story.admit(id);
    assertThat(page("/cases/" + id).select(".sides").text()).contains("may respond until");
  }

  @Test
  void an_illustrative_case_says_so_in_words_wherever_it_is_shown() {
    String id =
        story.submit(
            "\"marking\": \"clear\", \n", "\"marking\": \"clear\", \"illustrative\": true, \n");
    assertThat(page("/cases/" + id).select(".banner.invented").text()).contains("Illustrative");
    assertThat(page("/cases?accord=" + story.accord()).select("tbody .tag").text())
        .contains("illustrative");
    assertThat(page(story.cell("borea")).select("#cases .tag").text()).contains("illustrative");
    assertThat(page("/scorecard?accord=" + story.accord()).select(".figures").text())
        .contains("1 illustrative");
  }

  @Test
  void an_accord_shows_its_clauses_and_who_accepted_what() {
    Document page = page("/accords/" + story.accord());
    assertThat(page.select("#clause-no-fakes").text())
        .contains("do not spread forged documents", "Version 1", "A document was forged.");
    assertThat(page.select("#offer-offer-1 tbody tr[id]")).hasSize(2);
    assertThat(page.select("#offer-offer-1 tbody tr:not([id])").text())
        .startsWith("no-fakes In force since ")
        .contains("Alba: accepted", "Borea: accepted");
    assertThat(page.select("#offer-offer-1").text()).contains("Alba", "Borea", "Accepted");
  }

  @Test
  void a_failed_request_of_a_browser_gets_a_page_and_of_a_program_a_document() {
    HttpAnswer page = story.page("/cases/case-nowhere");
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(Jsoup.parse(page.response().body()).select("main").text())
        .contains("not_found", "There is no case case-nowhere.");
    assertThat(story.page("/no-such-address").status()).isEqualTo(404);
    assertThat(story.page("/scorecard?as_of=%3Cb%3E").response().body()).doesNotContain("<b>");
    assertThat(story.read("/cases/case-nowhere", "*/*", null).header("Content-Type"))
        .isEqualTo("application/problem+json");
  }

  private Document page(String path) {
    return Jsoup.parse(story.page(path).response().body());
  }
}
