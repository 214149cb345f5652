package org.accordledger.core.cases;

import static org.accordledger.core.accord.AccordSamples.EN;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.THIRD;
import static org.accordledger.core.accord.AccordSamples.WATCH;
import static org.accordledger.core.accord.AccordSamples.WORDS;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.cases.CaseSamples.CASE;
import static org.accordledger.core.cases.CaseSamples.MONITOR;
import static org.accordledger.core.cases.CaseSamples.ONE;
import static org.accordledger.core.cases.CaseSamples.REGISTRAR;
import static org.accordledger.core.cases.CaseSamples.THREE;
import static org.accordledger.core.cases.CaseSamples.TWO;
import static org.accordledger.core.cases.CaseSamples.adjudicator;
import static org.accordledger.core.cases.CaseSamples.admit;
import static org.accordledger.core.cases.CaseSamples.adopt;
import static org.accordledger.core.cases.CaseSamples.close;
import static org.accordledger.core.cases.CaseSamples.filedBy;
import static org.accordledger.core.cases.CaseSamples.inadmissible;
import static org.accordledger.core.cases.CaseSamples.noViolation;
import static org.accordledger.core.cases.CaseSamples.refer;
import static org.accordledger.core.cases.CaseSamples.respond;
import static org.accordledger.core.cases.CaseSamples.restingOn;
import static org.accordledger.core.cases.CaseSamples.revise;
import static org.accordledger.core.cases.CaseSamples.silence;
import static org.accordledger.core.cases.CaseSamples.submit;
import static org.accordledger.core.cases.CaseSamples.uphold;
import static org.accordledger.core.cases.CaseSamples.violation;
import static org.accordledger.core.cases.CaseSamples.vote;
import static org.accordledger.core.cases.CaseScenario.decided;
import static org.accordledger.core.cases.CaseScenario.given;
import static org.accordledger.core.cases.CaseScenario.seated;
import static org.accordledger.core.cases.ProcedureSamples.TEXT;
import static org.accordledger.core.cases.ProcedureSamples.admitExhibit;
import static org.accordledger.core.cases.ProcedureSamples.corroborate;
import static org.accordledger.core.cases.ProcedureSamples.react;
import static org.accordledger.core.cases.ProcedureSamples.recuse;
import static org.accordledger.core.cases.ProcedureSamples.reopen;
import static org.accordledger.core.cases.ProcedureSamples.replace;
import static org.accordledger.core.cases.ProcedureSamples.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.accordledger.core.FilingRefusal;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.Occurred;
import org.accordledger.core.cases.CaseCommand.FileReply;
import org.accordledger.core.cases.CaseCommand.LinkReaction;
import org.accordledger.core.cases.CaseEvent.DenialCorroborated;
import org.accordledger.core.cases.CaseEvent.FindingAdopted;
import org.accordledger.core.evidence.Exhibit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Seats of a panel, evidence that comes later, reopening, replies and reactions. */
class DueProcessTest {
  @Test
  void the_vote_of_a_member_who_left_does_not_count() {
    CaseScenario left =
        seated()
            .and(vote(ONE, violation(Severity.GRAVE)), vote(TWO, violation(Severity.GRAVE)))
            .and(recuse(ONE, "member-one"));

    left.refuses(adopt(TWO), CaseRefusal.SEAT_EMPTY);
    left.refuses(vote(ONE, noViolation()), CaseRefusal.NOT_A_MEMBER);
    left.and(replace("member-north")).refuses(adopt(TWO), CaseRefusal.QUORUM_NOT_REACHED);

    left.and(vote(adjudicator("north"), noViolation()), vote(THREE, noViolation()), adopt(THREE));
    assertThat((FindingAdopted) left.events().get(1))
        .returns(Outcome.NO_VIOLATION, FindingAdopted::outcome)
        .returns(3, FindingAdopted::votes)
        .returns(List.of(TWO.account()), FindingAdopted::dissenters);
  }

  @Test
  void who_takes_an_empty_seat_fits_the_panel_by_the_rules_it_was_seated_under() {
    CaseScenario left = seated().and(recuse(REGISTRAR, "member-three"));

    left.refuses(replace("stranger"), CaseRefusal.NOT_ON_ROSTER);
    left.refuses(replace("member-one"), CaseRefusal.DUPLICATE_MEMBER);
    left.refuses(replace("registrar"), CaseRefusal.SCREENER_SITS);
    left.refuses(replace("member-west"), CaseRefusal.NATIONALITY_MAJORITY);
    left.and(replace("member-north"), recuse(TWO, "member-two"));
    left.refuses(replace("member-third"), CaseRefusal.CONCERNED_MAJORITY);
    left.and(replace("member-west"));
    assertThat(left.state().progress().panel())
        .returns(3, panel -> panel.members().size())
        .returns(2, panel -> panel.recused().size());
  }

  @Test
  void a_panel_that_has_decided_stays_as_it_was_unless_it_reviews() {
    decided(noViolation()).refuses(recuse(ONE, "member-one"), CaseRefusal.NO_REVIEW_OPEN);
    decided(noViolation()).and(CaseSamples.review(MONITOR), recuse(THREE, "member-three"));
  }

  @Test
  void an_exhibit_admitted_after_the_response_bears_votes() {
    seated().refuses(vote(ONE, restingOn("b1")), CaseRefusal.UNKNOWN_EXHIBIT);
    seated().and(admitExhibit(NORTH, "b1"), vote(ONE, restingOn("b1")));
    seated().and(admitExhibit(null, "b1"));
    seated().refuses(admitExhibit(NORTH, "a1"), CaseRefusal.DUPLICATE_EXHIBIT);
  }

  @Test
  void new_evidence_puts_a_closed_finding_under_review_by_its_panel() {
    CaseScenario reopened = decided(noViolation()).and(close(), reopen("b1"));

    assertThat(reopened.state().stage()).isEqualTo(Stage.DECIDED);
    reopened.refuses(close(), CaseRefusal.REVIEW_OPEN);
    reopened.and(
        vote(ONE, restingOn("b1")), vote(TWO, restingOn("b1")), vote(THREE, restingOn("b1")));
    reopened.refuses(uphold(TWO), CaseRefusal.REVIEW_RESULT_DIFFERS);
    reopened.and(revise(TWO));
    assertThat(reopened.state().progress().ruling())
        .returns(2, Ruling::finding)
        .returns(Outcome.VIOLATION, Ruling::outcome);
  }

  @Test
  void new_evidence_brings_what_was_not_admitted_by_judgement_back_to_the_registrar() {
    CaseScenario reopened =
        given(submit(), inadmissible(Ground.MANIFESTLY_UNFOUNDED), close(), reopen("b1"));

    assertThat(reopened.state().stage()).isEqualTo(Stage.SUBMITTED);
    assertThat(reopened.and(admit()).state().stage()).isEqualTo(Stage.NOTIFIED);
  }

  @Test
  void what_was_settled_or_decided_by_data_is_not_reopened() {
    given(submit(), CaseSamples.withdraw(MONITOR), close())
        .refuses(reopen("b1"), CaseRefusal.NOT_REOPENED);
    given(submit(CaseSamples.allegation(Occurred.on(day("2014-05-05")))), close())
        .refuses(reopen("b1"), CaseRefusal.NOT_REOPENED);
  }

  @Test
  void evidence_against_a_denial_is_linked_to_it_even_after_the_case_was_closed() {
    CaseScenario closed = decided(noViolation()).and(close(), corroborate("b1"));

    assertThat(closed.events())
        .singleElement()
        .isInstanceOfSatisfying(
            DenialCorroborated.class,
            linked -> assertThat(linked.denial()).isEqualTo(ResponseKind.NOT_US));
    assertThat(closed.state().stage()).isEqualTo(Stage.CLOSED);
    closed.and(reopen("b2"));
    decided(noViolation()).refuses(corroborate(), CaseRefusal.NO_EXHIBIT);
  }

  @Test
  void only_the_complainant_or_the_registrar_holds_evidence_against_a_denial() {
    CaseScenario answered = given(submit(), admit(), respond());

    answered.refuses(
        new CaseCommand.Corroborate(
            CASE, TEXT, List.of(CaseSamples.exhibit("b1")), filedBy(delegate(NORTH))),
        CaseRefusal.COMPLAINANT_ONLY);
    answered.and(
        new CaseCommand.Corroborate(
            CASE, TEXT, List.of(CaseSamples.exhibit("b1")), filedBy(REGISTRAR)));
  }

  @Test
  void a_reply_comes_once_and_before_the_panel_is_seated() {
    given(submit(), admit(), respond(), refer(), reply());
    seated().refuses(reply(), CaseRefusal.PANEL_ALREADY_SEATED);
    given(submit(), admit(), respond())
        .refuses(
            new FileReply(CASE, Map.of(), List.of(), filedBy(MONITOR)),
            FilingRefusal.REASON_MISSING);
  }

  @Test
  void a_victim_or_the_complainant_reacts_and_nothing_else_moves() {
    for (CaseCommand reaction :
        List.of(react(WATCH), react(THIRD), react(THIRD, "2019-06-01", filedBy(delegate(THIRD))))) {
      CaseScenario scenario = given(submit());
      Progress before = scenario.state().progress();
      assertThat(scenario.and(reaction).state().progress()).isEqualTo(before);
      assertThat(scenario.state().stage()).isEqualTo(Stage.SUBMITTED);
    }
    given(submit()).refuses(react(SOUTH), CaseRefusal.NOT_INJURED);
    given(submit())
        .refuses(react(THIRD, "2019-06-01", filedBy(MONITOR)), FilingRefusal.ACTS_FOR_ANOTHER);
  }

  @Test
  void the_title_and_the_source_of_a_reaction_are_short_lines() {
    assertTitle("", "title must not be blank");
    assertTitle("x".repeat(301), "title must have at most 300 characters");
    assertTitle("x".repeat(100_000), "title must have at most 300 characters");
    assertTitle("\u202Eturned", "direction-changing");
    given(submit(), reaction("\u0639\u0642\u0648\u0628\u0627\u062A", null));
    assertThatThrownBy(() -> given(submit(), reaction("A sanction", "ftp://example.org")))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("source must be an http or https address");
  }

  @Test
  void exhibits_are_bounded_wherever_they_come_in() {
    List<Exhibit> flood =
        IntStream.range(0, 1_001).mapToObj(i -> CaseSamples.exhibit("b" + i)).toList();
    assertThatThrownBy(
            () ->
                seated().and(new CaseCommand.AdmitExhibit(CASE, NORTH, flood, filedBy(REGISTRAR))))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("exhibits must have at most 1000 entries");
  }

  @Test
  void a_late_response_after_silence_can_be_replied_to() {
    given(submit(), admit(), silence("2020-04-01"), respondLate(), replyLate());
  }

  private static CaseCommand respondLate() {
    return new CaseCommand.FileResponse(
        CASE, ResponseKind.NOT_US, Map.of(), List.of(), null, by(delegate(NORTH), "2020-05-01"));
  }

  private static CaseCommand replyLate() {
    return new FileReply(CASE, TEXT, List.of(), by(MONITOR, "2020-05-02"));
  }

  private static void assertTitle(String title, String message) {
    assertThatThrownBy(() -> given(submit(), reaction(title, null)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining(message);
  }

  private static LinkReaction reaction(String title, @Nullable String source) {
    return new LinkReaction(
        CASE,
        WATCH,
        ReactionKind.STATEMENT,
        day("2019-06-01"),
        title,
        source,
        Map.of(EN, WORDS),
        filedBy(MONITOR));
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
