package org.accordledger.api.acceptance;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.accordledger.api.HttpAnswer;
import org.accordledger.core.Role;
import org.accordledger.log.LogHash;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How a text comes about: in secret, in drafts, over offers and counteroffers, out of others. */
class NegotiationRowsTest {
  private static final byte[] SALT =
      "a salt of thirty-two characters.".getBytes(StandardCharsets.US_ASCII);
  private static final String WORDS = "Neither side helps a candidate of the other.";

  @Test
  void R06_a_secret_text_is_held_by_its_digest_and_its_three_times_are_told_apart() {
    Play play = Play.drafted("{}");
    HttpAnswer committed =
        ok(
            play.party("alba")
                .post(
                    play.path("texts"),
                    """
                    {"text": "letter", "digest": "%s", "committed_by": "alba",
                     "occurred": {"from": "2009-02-03", "precision": "day"}}
                    """
                        .formatted(digest(WORDS))));
    assertThat(discloses(play, WORDS + " Perhaps.").code()).isEqualTo("text_differs");
    assertThat(play.ledger().get("/contents/" + digest(WORDS), Map.of()).status()).isEqualTo(404);

    HttpAnswer disclosed = ok(discloses(play, WORDS));

    JsonNode item = now(play, play.path("texts")).at("/items/0");
    assertThat(item.at("/occurred/from").asString()).isEqualTo("2009-02-03");
    assertThat(item.at("/disclosure/disclosed").asString()).isEqualTo("2010-05-01");
    String recorded = item.at("/disclosure/said/recorded_at").asString();
    assertThat(recorded)
        .isEqualTo(disclosed.json().get("recorded_at").asString())
        .startsWith(LocalDate.now(ZoneOffset.UTC).toString());
    assertThat(item.at("/committed/recorded_at").asString())
        .isEqualTo(committed.json().get("recorded_at").asString())
        .isLessThan(recorded);
    String words = item.at("/disclosure/words/text").asString();
    assertThat(words).isEqualTo(WORDS);
    assertThat(digest(words)).isEqualTo(item.get("digest").asString());
    JsonNode before =
        play.read(play.path("texts") + "?as_of=" + committed.json().get("position").asLong());
    assertThat(before.at("/items/0/digest").asString()).isEqualTo(digest(WORDS));
    assertThat(before.at("/items/0").has("disclosure")).isFalse();
  }

  private static HttpAnswer discloses(Play play, String words) {
    return play.party("alba")
        .post(
            play.path("text-disclosures"),
            """
            {"text": "letter", "salt": "%s", "words": "%s", "language": "en", "disclosed": "2010-05-01"}
            """
                .formatted(Base64.getUrlEncoder().withoutPadding().encodeToString(SALT), words));
  }

  private static String digest(String words) {
    return LogHash.commitment(SALT, words.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void R07_two_accounts_of_one_meeting_stand_side_by_side_with_their_sources_and_days() {
    Play play = Play.drafted("{}");
    ok(accounts(play, "alba", "alba", "2009-02-03", "{\"en\": \"They agreed.\"}", "Note 12"));
    ok(accounts(play, "borea", "borea", "2009-02-04", "{\"fr\": \"Rien.\"}", "Diary of borea"));
    assertThat(accounts(play, "borea", "alba", "2009-02-03", "{\"en\": \"No.\"}", "Rumour").code())
        .isEqualTo("acts_for_another");

    JsonNode meetings = now(play, play.path("accounts")).get("meetings");

    assertThat(meetings).hasSize(1);
    JsonNode accounts = meetings.at("/0/accounts");
    assertThat(accounts).hasSize(2);
    assertThat(accounts.at("/0/by").asString()).isEqualTo("alba");
    assertThat(accounts.at("/0/account/0/text").asString()).isEqualTo("They agreed.");
    assertThat(accounts.at("/0/source").asString()).isEqualTo("Note 12");
    assertThat(accounts.at("/0/occurred/from").asString()).isEqualTo("2009-02-03");
    assertThat(accounts.at("/1/by").asString()).isEqualTo("borea");
    assertThat(accounts.at("/1/account/0/language").asString()).isEqualTo("fr");
    assertThat(accounts.at("/1/account/0/text").asString()).isEqualTo("Rien.");
    assertThat(accounts.at("/1/source").asString()).isEqualTo("Diary of borea");
    assertThat(accounts.at("/1/occurred/from").asString()).isEqualTo("2009-02-04");
  }

  private static HttpAnswer accounts(
      Play play, String filing, String by, String day, String account, String source) {
    return play.party(filing)
        .post(
            play.path("accounts"),
            """
            {"meeting": "lakeside", "by": "%s", "occurred": {"from": "%s", "precision": "day"},
             "account": %s, "source": "%s"}
            """
                .formatted(by, day, account, source));
  }

  @Test
  void R08_a_proposal_is_walked_back_to_what_it_cites_and_forward_to_what_cites_it() {
    Play first = new Play();
    String letters = "Letters before " + first.accord();
    created(drafted(first, "First letters", letters));
    Play second = new Play();
    created(drafted(second, "Second letters", first.accord()));
    Play third = new Play();
    created(drafted(third, "Third letters", second.accord()));

    JsonNode back = now(third, third.path("lineage")).get("ancestors");
    JsonNode forward = now(first, first.path("lineage")).get("descendants");

    assertThat(told(back, "cited"))
        .containsExactly("1 " + second.accord(), "2 " + first.accord(), "3 " + letters);
    assertThat(back.at("/1/title/en").asString()).isEqualTo("First letters");
    assertThat(back.at("/1/cited_by/0").asString()).isEqualTo(second.accord());
    assertThat(back.at("/2/here").asBoolean()).isFalse();
    assertThat(told(forward, "accord"))
        .containsExactly("1 " + second.accord(), "2 " + third.accord());
  }

  private static HttpAnswer drafted(Play play, String title, String cited) {
    return play.registrar()
        .post(
            "/accords",
            """
            {"accord": "%s", "title": {"en": "%s"}, "languages": ["en"], "lineage": ["%s"],
             "parties": [{"id": "alba", "name": {"en": "Alba"}}],
             "baskets": [{"code": "media", "title": {"en": "Media"}, "form": "exchange_of_letters", "bindingness": "political"}],
             "rules": {"version": 1, "response_days": 30, "panel_size": 3, "quorum": 2}}
            """
                .formatted(play.accord(), title, cited));
  }

  private static List<String> told(JsonNode relatives, String name) {
    List<String> told = new ArrayList<>();
    for (JsonNode one : relatives) {
      told.add(one.get("generation").asInt() + " " + one.get(name).asString());
    }
    return told;
  }

  @Test
  void R11_a_chain_of_counteroffers_tells_what_each_changes_clause_by_clause() {
    Play play = Play.drafted("{}");
    play.offer("first", "alba", Play.clause("no-fakes", "{}"));
    ok(
        counters(
            play,
            "second",
            "first",
            "borea",
            Play.clause("no-fakes", "{\"exclusions\": \"satire\"}"),
            Play.clause("no-bribes", "{}")));
    ObjectNode last =
        Play.clause(
            "no-fakes",
            """
            {"exclusions": "satire",
             "elements": [{"code": "forged", "text": {"en": "A document was forged."}},
                          {"code": "spread", "text": {"en": "It was spread."}}]}
            """);
    ok(counters(play, "third", "second", "alba", last));
    assertThat(counters(play, "fourth", "third", "alba", last).code()).isEqualTo("counters_itself");

    JsonNode chain = now(play, play.path("offers/third/chain"));

    JsonNode steps = chain.get("steps");
    assertThat(steps).hasSize(3);
    assertThat(steps.at("/0/difference")).isEmpty();
    assertThat(steps.at("/1/in_answer_to").asString()).isEqualTo("first");
    assertThat(changes(steps.get(1)))
        .contains("changed no-fakes exclusions: none > satire")
        .anyMatch(change -> change.startsWith("added no-bribes "))
        .filteredOn(change -> change.contains("no-fakes"))
        .hasSize(1);
    assertThat(steps.at("/2/offered_by").asString()).isEqualTo("alba");
    assertThat(changes(steps.get(2)))
        .contains("changed no-fakes elements.spread.en:  > It was spread.")
        .anyMatch(change -> change.startsWith("removed no-bribes "))
        .filteredOn(change -> change.contains("no-fakes"))
        .hasSize(1);
    JsonNode second = now(play, play.path("offers/second/chain"));
    assertThat(second.at("/countered_by/0").asString()).isEqualTo("third");

    play.bothAccept("third", "no-fakes");
    JsonNode clauses = now(play, "/accords/" + play.accord()).get("clauses");
    assertThat(clauses).hasSize(1);
    assertThat(clauses.at("/0/clause/exclusions").asString()).isEqualTo("satire");
  }

  private static HttpAnswer counters(
      Play play, String offer, String inAnswerTo, String by, ObjectNode... clauses) {
    ObjectNode body =
        Play.object(
            """
            {"offer": "%s", "in_answer_to": "%s", "offered_by": "%s", "severable": true}
            """
                .formatted(offer, inAnswerTo, by));
    body.putArray("items").addAll(List.of(clauses));
    return play.party(by).post(play.path("counteroffers"), body.toString());
  }

  /** Each field that a step changes, on a line of its own. */
  private static List<String> changes(JsonNode step) {
    List<String> changes = new ArrayList<>();
    for (JsonNode clause : step.get("difference")) {
      for (JsonNode field : clause.get("fields")) {
        changes.add(
            "%s %s %s: %s > %s"
                .formatted(
                    clause.get("change").asString(),
                    clause.get("clause").asString(),
                    field.get("field").asString(),
                    field.path("before").asString(""),
                    field.path("after").asString("")));
      }
    }
    return changes;
  }

  @Test
  void R13_offers_refusals_and_accusations_make_one_line_of_days_per_party_and_year() {
    Play play = Play.drafted("{\"retrospective\": true, \"dated\": \"2014-12-01\"}");
    offers(play, "offer-1", "alba", "2015-09-01", "no-fakes");
    ok(play.acceptWith("offer-1", "alba", "{\"dated\": \"2015-09-25\"}", "no-fakes"));
    ok(play.acceptWith("offer-1", "borea", "{\"dated\": \"2015-09-25\"}", "no-fakes"));
    offers(play, "offer-2", "borea", "2017-07-07", "no-bribes");
    ok(play.refuse("offer-2", "alba", "{\"dated\": \"2017-07-17\"}", "no-bribes"));
    accuses(play, "alba", "borea", "2018-02-16");
    accuses(play, "borea", "alba", "2019-03-04");
    offers(play, "offer-3", "borea", "2019-12-07", "no-leaks");
    ok(play.refuse("offer-3", "alba", "{\"dated\": \"2020-09-25\"}", "no-leaks"));

    assertThat(line(now(play, play.path("loop"))))
        .containsExactly(
            "2015-09-01 alba offer",
            "2015-09-25 alba acceptance",
            "2015-09-25 borea acceptance alba",
            "2017-07-07 borea offer",
            "2017-07-17 alba refusal borea",
            "2018-02-16 alba allegation borea",
            "2019-03-04 borea allegation alba",
            "2019-12-07 borea offer",
            "2020-09-25 alba refusal borea");
    assertThat(line(now(play, play.path("loop?year=2019"))))
        .containsExactly("2019-03-04 borea allegation alba", "2019-12-07 borea offer");
    JsonNode alba = now(play, play.path("loop?party=alba&year=2019"));
    assertThat(line(alba)).containsExactly("2019-03-04 borea allegation alba");
    assertThat(alba.get("counts").toString())
        .isEqualTo("[{\"against\":{\"allegation\":1},\"body\":\"alba\",\"by\":{},\"year\":2019}]");
    JsonNode refusal = now(play, play.path("loop?year=2017")).at("/items/1");
    assertThat(refusal.at("/words/0/text").asString()).isEqualTo("It is not precise enough.");
    assertThat(refusal.get("recorded_at").asString())
        .startsWith(LocalDate.now(ZoneOffset.UTC).toString());
    assertThat(now(play, play.path("refusals?party=borea")).get("items")).isEmpty();
    assertThat(now(play, play.path("refusals?party=alba")).get("items")).hasSize(2);
  }

  private static void offers(Play play, String offer, String by, String day, String clause) {
    ObjectNode body =
        Play.object(
            "{\"offer\": \"%s\", \"offered_by\": \"%s\", \"severable\": true, \"dated\": \"%s\"}"
                .formatted(offer, by, day));
    body.putArray("items").add(Play.clause(clause, "{}"));
    ok(play.party(by).post(play.path("offers"), body.toString()));
  }

  private static void accuses(Play play, String complainant, String respondent, String day) {
    String allegation =
        play.allegation(
            """
            {"complainant": "%s", "respondent": "%s", "victims": ["%s"],
             "occurred": {"from": "2016-11-01", "precision": "month"}}
            """
                .formatted(complainant, respondent, complainant));
    created(
        play.party(complainant)
            .post("/cases", Play.object(allegation).put("dated", day).toString()));
  }

  private static List<String> line(JsonNode loop) {
    List<String> line = new ArrayList<>();
    for (JsonNode item : loop.get("items")) {
      line.add(
          "%s %s %s %s"
              .formatted(
                  item.get("day").asString(),
                  item.get("by").asString(),
                  item.get("kind").asString(),
                  item.path("against").asString(""))
              .strip());
    }
    return line;
  }

  @Test
  void R42_what_a_mixed_group_drafts_bears_no_name_until_a_signed_act_makes_it_official() {
    Play play = Play.drafted("{}");
    long contributed = contributes(play, "alba", "Be quiet.");
    contributes(play, "borea", "Be very quiet.");

    HttpAnswer draft = ok(play.party("borea").getAtHead(play.path("drafts/joint")));
    assertThat(draft.json().get("contributions")).hasSize(2);
    assertThat(draft.json().at("/contributions/1/text/0/text").asString())
        .isEqualTo("Be very quiet.");
    String stored =
        play.party("borea").get("/payloads?limit=1&from=" + contributed).response().body();
    assertThat(stored).contains("drafting-workspace");
    assertThat(stored + draft.response().body()).doesNotContain("negotiator-");
    assertThat(play.ledger().get(play.path("drafts/joint"), Map.of()).status()).isEqualTo(401);
    assertThat(now(play, "/accords/" + play.accord()).get("offers")).isEmpty();

    assertThat(play.as(Role.NEGOTIATOR, "alba").post(play.path("promotions"), promotion()).code())
        .isEqualTo("forbidden");
    ok(play.party("alba").post(play.path("promotions"), promotion()));

    JsonNode promoted = now(play, play.path("promotions")).at("/items/0");
    assertThat(promoted.get("promoted_by").asString()).isEqualTo("party-alba");
    assertThat(promoted.get("party").asString()).isEqualTo("alba");
    assertThat(promoted.at("/approval/office").asString()).isEqualTo("Deputy minister");
    assertThat(promoted.at("/approval/level").asString()).isEqualTo("ministry");
    play.bothAccept(promoted.get("offer").asString(), "quiet");
    JsonNode accord = now(play, "/accords/" + play.accord());
    assertThat(accord.at("/offers/0/offered_by").asString()).isEqualTo("alba");
    assertThat(accord.at("/clauses/0/clause/code").asString()).isEqualTo("quiet");
    assertThat(play.party("alba").post(play.path("promotions"), promotion()).code())
        .isEqualTo("draft_promoted");
  }

  private static long contributes(Play play, String side, String words) {
    // what is stored can be read back once it is published
    return ok(play.as(Role.NEGOTIATOR, side)
            .post(
                play.path("contributions"),
                "{\"draft\": \"joint\", \"clause\": \"quiet\", \"text\": {\"en\": \"%s\"}}"
                    .formatted(words),
                Map.of("Prefer", "wait=published")))
        .json()
        .get("position")
        .asLong();
  }

  private static String promotion() {
    ObjectNode body =
        Play.object(
            """
            {"draft": "joint", "offer": "first", "offered_by": "alba", "severable": true,
             "approval": {"office": "Deputy minister", "level": "ministry", "on": "2015-01-01"}}
            """);
    body.putArray("items").add(Play.clause("quiet", "{\"text\": {\"en\": \"Be quiet.\"}}"));
    return body.toString();
  }

  /** Reads what the timeline shows once it has everything that is stored. */
  private static JsonNode now(Play play, String path) {
    String separator = path.contains("?") ? "&" : "?";
    return play.read(path + separator + "min_position=" + play.ledger().head());
  }
}
