package org.accordledger.core.accord;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.EN;
import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.NOON;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.THIRD;
import static org.accordledger.core.accord.AccordSamples.WORDS;
import static org.accordledger.core.accord.AccordSamples.actor;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.registrar;
import static org.accordledger.core.accord.AccordScenario.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.FilingRefusal;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Occurred;
import org.accordledger.core.RefusalCode;
import org.accordledger.core.Role;
import org.accordledger.core.accord.NegotiationCommand.CommitText;
import org.accordledger.core.accord.NegotiationCommand.DiscloseText;
import org.accordledger.core.accord.NegotiationCommand.RecordAccount;
import org.accordledger.core.accord.NegotiationEvent.AccountRecorded;
import org.accordledger.core.accord.NegotiationEvent.TextCommitted;
import org.accordledger.core.accord.NegotiationEvent.TextDisclosed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestrictedTextTest {
  private static final TextId LETTER = new TextId("letter");
  private static final TextId OTHER = new TextId("other");
  private static final TextDigest DIGEST = new TextDigest("d".repeat(43));
  private static final ContentRef TEXT = new ContentRef("d".repeat(43));
  private static final String SALT = "s".repeat(43);
  private static final MeetingCode MEETING = new MeetingCode("lakeside");
  private static final Occurred MADE = Occurred.on(LocalDate.parse("2014-03-01"));

  @Test
  void occurrence_disclosure_and_filing_are_kept_apart() {
    Filing later = by(delegate(NORTH), "2020-06-01");
    AccordScenario committed = given(draft(), commit(LETTER, DIGEST, NORTH));

    assertThat(committed.decided())
        .containsExactly(
            new TextCommitted(LETTER, DIGEST, NORTH, MADE, FIRST, by(delegate(NORTH))));
    assertThat(committed.when(disclose(LETTER, TEXT, "2019-09-09", later)).decided())
        .containsExactly(new TextDisclosed(LETTER, TEXT, LocalDate.parse("2019-09-09"), later));
  }

  @Test
  void the_registrar_commits_and_discloses_for_a_party_that_cannot() {
    CommitText command = new CommitText(ACCORD, LETTER, DIGEST, NORTH, MADE, null, registrar());

    assertThat(
            given(draft(), command)
                .when(disclose(LETTER, TEXT, "2014-12-31", registrar()))
                .decided())
        .hasSize(1);
  }

  @Test
  void a_text_of_an_unknown_day_is_disclosed_on_any_day_up_to_the_filing() {
    CommitText undated =
        new CommitText(
            ACCORD, LETTER, DIGEST, NORTH, Occurred.unknown(), null, by(delegate(NORTH)));

    assertThat(
            given(draft(), undated)
                .when(disclose(LETTER, TEXT, "1890-01-01", by(delegate(NORTH))))
                .decided())
        .hasSize(1);
    given(draft(), undated)
        .refuses(
            disclose(LETTER, TEXT, "2015-01-02", by(delegate(NORTH))),
            NegotiationRefusal.DISCLOSED_DAY);
    assertThatThrownBy(
            () ->
                given(draft(), undated, disclose(LETTER, TEXT, "2015-01-02", by(delegate(NORTH)))))
        .hasMessageContaining("the text is of an unknown day");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void what_does_not_fit_is_refused_by_name(
      String what, AccordScenario scenario, AccordCommand command, RefusalCode code) {
    scenario.refuses(command, code);
  }

  static Stream<Arguments> refusals() {
    Filing north = by(delegate(NORTH));
    return Stream.of(
        Arguments.of(
            "a commitment without an accord",
            given(),
            commit(LETTER, DIGEST, NORTH),
            AccordRefusal.UNKNOWN_ACCORD),
        Arguments.of(
            "a disclosure without an accord",
            given(),
            disclose(LETTER, TEXT, "2014-03-01", north),
            AccordRefusal.UNKNOWN_ACCORD),
        Arguments.of(
            "an account without an accord",
            given(),
            account(NORTH, "Note 1"),
            AccordRefusal.UNKNOWN_ACCORD),
        Arguments.of(
            "a stranger's text",
            given(draft()),
            commit(LETTER, DIGEST, THIRD),
            AccordRefusal.NOT_A_PARTY),
        Arguments.of(
            "for another",
            given(draft()),
            new CommitText(ACCORD, LETTER, DIGEST, SOUTH, MADE, null, north),
            FilingRefusal.ACTS_FOR_ANOTHER),
        Arguments.of(
            "an id twice",
            committed(),
            commit(LETTER, new TextDigest("e".repeat(43)), SOUTH),
            NegotiationRefusal.TEXT_EXISTS),
        Arguments.of(
            "a copied digest",
            committed(),
            commit(OTHER, DIGEST, SOUTH),
            NegotiationRefusal.DIGEST_EXISTS),
        Arguments.of(
            "a text of tomorrow",
            given(draft()),
            new CommitText(
                ACCORD,
                LETTER,
                DIGEST,
                NORTH,
                Occurred.on(LocalDate.parse("2015-01-02")),
                null,
                north),
            NegotiationRefusal.NOT_HAPPENED_YET),
        Arguments.of(
            "never committed",
            committed(),
            disclose(OTHER, TEXT, "2014-03-01", north),
            NegotiationRefusal.UNKNOWN_TEXT),
        Arguments.of(
            "disclosed by the other side",
            committed(),
            disclose(LETTER, TEXT, "2014-03-01", by(delegate(SOUTH))),
            FilingRefusal.ACTS_FOR_ANOTHER),
        Arguments.of(
            "another text",
            committed(),
            disclose(LETTER, WORDS, "2014-03-01", north),
            NegotiationRefusal.TEXT_DIFFERS),
        Arguments.of(
            "known before it was made",
            committed(),
            disclose(LETTER, TEXT, "2014-02-28", north),
            NegotiationRefusal.DISCLOSED_DAY),
        Arguments.of(
            "known tomorrow",
            committed(),
            disclose(LETTER, TEXT, "2015-01-02", north),
            NegotiationRefusal.DISCLOSED_DAY),
        Arguments.of(
            "disclosed twice",
            committed().when(disclose(LETTER, TEXT, "2014-03-01", north)),
            disclose(LETTER, TEXT, "2014-03-01", north),
            NegotiationRefusal.ALREADY_DISCLOSED),
        Arguments.of(
            "an account for another",
            given(draft()),
            new RecordAccount(ACCORD, MEETING, SOUTH, MADE, Map.of(EN, WORDS), "Note 1", north),
            FilingRefusal.ACTS_FOR_ANOTHER),
        Arguments.of(
            "an account of tomorrow",
            given(draft()),
            new RecordAccount(
                ACCORD,
                MEETING,
                NORTH,
                Occurred.on(LocalDate.parse("2015-01-02")),
                Map.of(EN, WORDS),
                "Note 1",
                north),
            NegotiationRefusal.NOT_HAPPENED_YET));
  }

  @Test
  void accounts_of_one_meeting_stand_side_by_side() {
    AccordScenario told = given(draft(), account(NORTH, "Note 1"), account(SOUTH, "Note 2"));

    assertThat(told.when(account(NORTH, "Note 3")).decided())
        .containsExactly(
            new AccountRecorded(
                MEETING, NORTH, MADE, Map.of(EN, WORDS), "Note 3", by(delegate(NORTH))));
    assertThat(told.accord().negotiation().accountsOf(MEETING, NORTH)).isEqualTo(2);
    assertThat(told.accord().negotiation().accountsOf(MEETING, SOUTH)).isEqualTo(1);
  }

  @Test
  void a_flood_of_accounts_by_one_body_ends_and_leaves_room_for_the_others() {
    AccordScenario told = given(draft());
    for (int i = 0; i < RestrictedTextRules.ACCOUNTS; i++) {
      told.when(account(NORTH, "Note " + i));
    }

    told.refuses(account(NORTH, "Note"), NegotiationRefusal.TOO_MANY_ACCOUNTS);
    assertThat(told.when(account(SOUTH, "Note")).decided()).hasSize(1);
  }

  @Test
  void a_body_that_is_no_party_tells_what_it_saw() {
    Filing observer = by(actor("observer", Role.MONITOR, AccordSamples.WATCH));

    assertThat(
            given(draft())
                .when(
                    new RecordAccount(
                        ACCORD,
                        MEETING,
                        AccordSamples.WATCH,
                        MADE,
                        Map.of(new LanguageTag("fr"), WORDS),
                        "مذكرة",
                        observer))
                .decided())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\nb", "\u202eturned"})
  void an_account_names_its_source_on_one_line(String source) {
    assertThatThrownBy(() -> given(draft(), account(NORTH, source)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("source");
  }

  @Test
  void an_account_without_words_and_one_with_an_endless_source_are_refused() {
    assertThatThrownBy(() -> given(draft(), account(NORTH, "s".repeat(100_000))))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(
            () ->
                given(
                    draft(),
                    new RecordAccount(
                        ACCORD, MEETING, NORTH, MADE, Map.of(), "Note", by(delegate(NORTH)))))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("account");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "dddddddddddddddddddddddddddddddddddddddddd=", "a b"})
  void a_digest_has_one_form(String digest) {
    assertThatThrownBy(() -> new TextDigest(digest)).isInstanceOf(InvalidValue.class);
  }

  private static AccordScenario committed() {
    return given(draft(), commit(LETTER, DIGEST, NORTH));
  }

  private static CommitText commit(TextId text, TextDigest digest, BodyId party) {
    return new CommitText(
        ACCORD, text, digest, party, MADE, FIRST, Filing.of(delegate(party), NOON));
  }

  private static DiscloseText disclose(TextId text, ContentRef words, String day, Filing filed) {
    return new DiscloseText(ACCORD, text, SALT, words, EN, LocalDate.parse(day), filed);
  }

  private static RecordAccount account(BodyId party, String source) {
    return new RecordAccount(
        ACCORD, MEETING, party, MADE, Map.of(EN, WORDS), source, by(delegate(party)));
  }
}
