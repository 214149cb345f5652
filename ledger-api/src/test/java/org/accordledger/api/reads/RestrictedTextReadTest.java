package org.accordledger.api.reads;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import org.accordledger.log.LogHash;
import org.accordledger.store.LedgerStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Texts that are restricted first and disclosed later, and accounts of a meeting, over HTTP. */
class RestrictedTextReadTest {
  private static final byte[] SALT =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final String SALT_TEXT =
      Base64.getUrlEncoder().withoutPadding().encodeToString(SALT);
  private static final String WORDS =
      "Neither side helps a candidate. \u05dc\u05d0 \u05e2\u05d5\u05d6\u05e8\u05d9\u05dd.";

  private final TestLedger ledger = TestLedger.shared();
  private final Scenario scenario = new Scenario(ledger);

  @Test
  void occurrence_disclosure_and_recording_are_three_times() {
    commit(WORDS);
    JsonNode restricted = read("texts").at("/items/0");
    assertThat(restricted.at("/digest").asString()).isEqualTo(digest(WORDS));
    assertThat(restricted.has("disclosure")).isFalse();

    HttpAnswer disclosed = ok(disclose(WORDS, SALT_TEXT, "2010-05-01"));

    JsonNode item = read("texts").at("/items/0");
    assertThat(item.at("/occurred/from").asString()).isEqualTo("2009-02-03");
    assertThat(item.at("/disclosure/disclosed").asString()).isEqualTo("2010-05-01");
    assertThat(item.at("/disclosure/said/recorded_at").asString())
        .isEqualTo(disclosed.json().get("recorded_at").asString())
        .isNotEqualTo(item.at("/committed/recorded_at").asString());
    assertThat(item.at("/disclosure/words/text").asString()).isEqualTo(WORDS);
    assertThat(digest(item.at("/disclosure/words/text").asString()))
        .isEqualTo(item.at("/digest").asString());
    assertThat(item.at("/disclosure/salt").asString()).isEqualTo(SALT_TEXT);
  }

  @Test
  void before_it_is_disclosed_nothing_holds_the_text_and_afterwards_no_event_does() {
    commit(WORDS);
    assertThat(scenario.nobody().get("/contents/" + digest(WORDS)).status()).isEqualTo(404);

    ok(disclose(WORDS, SALT_TEXT, "2010-05-01"));

    assertThat(scenario.nobody().get("/contents/" + digest(WORDS)).response().body())
        .isEqualTo(WORDS);
    assertThat(events()).doesNotContain("Neither side");
  }

  @Test
  void a_text_that_does_not_match_is_refused_by_name_and_is_not_kept() {
    commit(WORDS);
    HttpAnswer refused = disclose(WORDS + " ", SALT_TEXT, "2010-05-01");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("text_differs");
    assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/words");
    assertThat(refused.response().body()).doesNotContain("Neither side");
    assertThat(scenario.nobody().get("/contents/" + digest(WORDS + " ")).status()).isEqualTo(404);
    assertThat(read("texts").at("/items/0").has("disclosure")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"'', /salt", "c2hvcnQ, /salt", "'not base64!', /salt"})
  void a_salt_of_another_form_is_named(String salt, String pointer) {
    commit(WORDS);
    HttpAnswer refused = disclose(WORDS, salt, "2010-05-01");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
  }

  @Test
  void empty_words_are_named_and_a_hundred_thousand_characters_are_taken() {
    String endless = "word ".repeat(20_000);
    commit(endless);

    HttpAnswer refused = disclose("", SALT_TEXT, "2010-05-01");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/words");
    ok(disclose(endless, SALT_TEXT, "2010-05-01"));
  }

  @Test
  void two_accounts_of_one_meeting_stand_side_by_side_each_with_its_source() {
    created(scenario.draft());
    account("alba", "They agreed.", "Note 12");
    account("borea", "Nothing was agreed.", "Diary");

    JsonNode meeting = read("accounts?meeting=lakeside").at("/meetings/0");
    assertThat(meeting.at("/accounts").size()).isEqualTo(2);
    assertThat(meeting.at("/accounts/0/account/0/text").asString()).isEqualTo("They agreed.");
    assertThat(meeting.at("/accounts/0/source").asString()).isEqualTo("Note 12");
    assertThat(meeting.at("/accounts/1/by").asString()).isEqualTo("borea");
    assertThat(meeting.at("/accounts/1/source").asString()).isEqualTo("Diary");
    assertThat(read("accounts?meeting=hillside").at("/meetings").isEmpty()).isTrue();
    assertThat(events()).doesNotContain("They agreed", "Nothing was");
  }

  private void commit(String words) {
    created(scenario.draft());
    ok(
        scenario
            .as(Role.PARTY, "alba")
            .post(
                scenario.path("texts"),
                """
                {"text": "letter", "digest": "%s", "committed_by": "alba",
                 "occurred": {"from": "2009-02-03", "precision": "day"}}
                """
                    .formatted(digest(words))));
  }

  private HttpAnswer disclose(String words, String salt, String day) {
    return scenario
        .as(Role.PARTY, "alba")
        .post(
            scenario.path("text-disclosures"),
            """
            {"text": "letter", "salt": "%s", "words": "%s", "language": "en", "disclosed": "%s"}
            """
                .formatted(salt, words, day));
  }

  private void account(String by, String words, String source) {
    ok(
        scenario
            .as(Role.PARTY, by)
            .post(
                scenario.path("accounts"),
                """
                {"meeting": "lakeside", "by": "%s", "occurred": {"from": "2009-02-03", "precision": "day"},
                 "account": {"en": "%s"}, "source": "%s"}
                """
                    .formatted(by, words, source)));
  }

  private static String digest(String words) {
    return LogHash.commitment(SALT, words.getBytes(StandardCharsets.UTF_8));
  }

  private String events() {
    return ledger
        .beans(LedgerStore.class)
        .iterator()
        .next()
        .events()
        .readStream(scenario.accord(), 0)
        .stream()
        .map(event -> new String(event.payload(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }

  private JsonNode read(String what) {
    String separator = what.contains("?") ? "&" : "?";
    return ok(scenario
            .nobody()
            .get(scenario.path(what) + separator + "min_position=" + ledger.head()))
        .json();
  }
}
