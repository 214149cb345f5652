package org.accordledger.api.acceptance;

import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.accordledger.api.HttpAnswer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Baskets: clauses in lanes, each with its own panel, clocks and scorecard. */
class LaneRowsTest {
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  @Test
  void R18_each_basket_has_its_own_panel_and_scorecard_and_one_lane_can_stall_alone() {
    Play play = twoLanes("{}");
    for (int judge = 0; judge < 6; judge++) {
      String basket = judge < 3 ? "media" : "arms";
      ok(
          play.registrar()
              .post(
                  play.path("panelists"),
                  "{\"member\": \"judge-%d\", \"nationality\": \"nation-%d\", \"baskets\": [\"%s\"]}"
                      .formatted(judge, judge, basket)));
    }
    String media = referred(play, "no-fakes");
    String arms = referred(play, "no-arms");
    String ofMedia = "{\"members\": [\"judge-0\", \"judge-1\", \"judge-2\"]}";

    ok(play.registrar().post(media + "/panel", ofMedia));
    assertThat(play.registrar().post(arms + "/panel", ofMedia).code()).isEqualTo("not_on_roster");
    for (int judge = 0; judge < 3; judge++) {
      ok(play.votes(media, judge, Play.violation()));
    }
    ok(play.adopts(media));

    assertThat(play.read(media).get("stage").asString()).isEqualTo("decided");
    assertThat(play.read(arms).get("stage").asString()).isEqualTo("before_panel");
    JsonNode lanes = play.read(play.path("tally?by=basket")).get("items");
    assertThat(lanes.findValuesAsString("value")).containsExactly("arms", "media");
    assertThat(lanes.at("/0/counts/before_panel").asInt()).isEqualTo(1);
    assertThat(lanes.at("/0/counts/decided").asInt()).isZero();
    assertThat(lanes.at("/1/counts/finding_violation").asInt()).isEqualTo(1);
    JsonNode roster = play.accordNow().at("/observance/roster");
    assertThat(texts(roster.at("/0/baskets"))).containsExactly("media");
    assertThat(texts(roster.at("/5/baskets"))).containsExactly("arms");
    String ofArms = "{\"members\": [\"judge-3\", \"judge-4\", \"judge-5\"]}";
    ok(play.registrar().post(arms + "/panel", ofArms));
    assertThat(play.read(arms).at("/panel/members").findValuesAsString("member"))
        .containsExactly("judge-3", "judge-4", "judge-5");
  }

  @Test
  void R18_two_cases_of_one_day_have_two_last_days_by_the_clocks_of_their_baskets() {
    Play play = twoLanes("{\"arms\": {\"response_days\": 5, \"extension_days\": 2}}");
    String media = play.admitted("{\"clause\": \"no-fakes\"}");
    String arms = play.admitted("{\"clause\": \"no-arms\"}");

    assertThat(play.read(media).get("respond_by").asString())
        .isEqualTo(today.plusDays(30).toString());
    assertThat(play.read(arms).get("respond_by").asString())
        .isEqualTo(today.plusDays(5).toString());
    String tooLong =
        """
        {"deadline": "response", "days": 3, "reason": {"en": "A holiday."}}
        """;
    assertThat(play.registrar().post(arms + "/extensions", tooLong).code())
        .isEqualTo("extension_too_long");
    JsonNode rules = play.accordNow().get("rules");
    assertThat(rules.get("response_days").asInt()).isEqualTo(30);
    assertThat(rules.at("/baskets/arms/response_days").asInt()).isEqualTo(5);

    // later rules set a clock for the other lane, and running clocks stay as they were
    ok(
        play.registrar()
            .post(
                play.path("rules"),
                """
                {"response_days": 30, "panel_size": 3, "quorum": 2,
                 "baskets": {"media": {"response_days": 9}}}
                """));
    String later = play.admitted("{\"clause\": \"no-fakes\", \"title\": \"Another letter\"}");
    assertThat(play.read(later).get("respond_by").asString())
        .isEqualTo(today.plusDays(9).toString());
    assertThat(play.read(arms).get("respond_by").asString())
        .isEqualTo(today.plusDays(5).toString());
    String page = play.page("/accords/" + play.accord());
    assertThat(page).contains("by basket").contains(">9</td>");
  }

  @Test
  void R18_a_lane_whose_case_rests_stalls_alone_with_its_own_clock() {
    Play play = twoLanes("{\"arms\": {\"response_days\": 5}}");
    String media = play.admitted("{\"clause\": \"no-fakes\"}");
    String arms = play.admitted("{\"clause\": \"no-arms\"}");

    ok(
        play.registrar()
            .post(
                arms + "/suspension", "{\"reason\": {\"en\": \"Talks on arms are under way.\"}}"));
    play.decided(media, Play.violation());

    JsonNode stalled = play.read(arms);
    assertThat(stalled.get("stage").asString()).isEqualTo("suspended");
    assertThat(stalled.has("respond_by")).isFalse();
    assertThat(stalled.at("/deadlines/0/days_left").asInt()).isEqualTo(5);
    assertThat(play.read(media).get("stage").asString()).isEqualTo("decided");
    JsonNode lanes = play.read(play.path("tally?by=basket")).get("items");
    assertThat(lanes.findValuesAsString("value")).containsExactly("arms", "media");
    assertThat(lanes.at("/0/counts/finding_violation").asInt()).isZero();
    assertThat(lanes.at("/1/counts/finding_violation").asInt()).isEqualTo(1);
  }

  @Test
  void R18_rules_set_clocks_of_baskets_that_there_are() {
    Play play = twoLanes("{}");

    HttpAnswer refused =
        play.registrar()
            .post(
                play.path("rules"),
                """
                {"response_days": 30, "panel_size": 3, "quorum": 2,
                 "baskets": {"trade": {"response_days": 9}}}
                """);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("unknown_basket");
    assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/baskets");
  }

  /** A basket of media and one of arms, and the clocks that single ones have of their own. */
  private static Play twoLanes(String clocks) {
    Play play =
        Play.drafted(
            """
            {"baskets": [
              {"code": "media", "title": {"en": "Media"}, "form": "code_of_conduct", "bindingness": "political"},
              {"code": "arms", "title": {"en": "Arms"}, "form": "treaty", "bindingness": "legal"}],
             "rules": {"version": 1, "response_days": 30, "panel_size": 3, "quorum": 2, "baskets": %s}}
            """
                .formatted(clocks));
    play.offer(
        "offer-1",
        "alba",
        Play.clause("no-fakes", "{}"),
        Play.clause("no-arms", "{\"basket\": \"arms\"}"));
    play.bothAccept("offer-1", "no-fakes", "no-arms");
    return play;
  }

  private static String referred(Play play, String clause) {
    String address = play.admitted("{\"clause\": \"%s\"}".formatted(clause));
    ok(play.responds(address, "borea", "{\"kind\": \"not_us\"}"));
    ok(play.registrar().post(address + "/referral", "{}"));
    return address;
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
