package org.accordledger.core.cases;

import static org.accordledger.core.accord.AccordSamples.CYBER;
import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.MEDIA;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.accept;
import static org.accordledger.core.accord.AccordSamples.actor;
import static org.accordledger.core.accord.AccordSamples.adoptRules;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.effective;
import static org.accordledger.core.accord.AccordSamples.offer;
import static org.accordledger.core.accord.AccordSamples.panelist;
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
import static org.accordledger.core.cases.CaseSamples.noViolation;
import static org.accordledger.core.cases.CaseSamples.order;
import static org.accordledger.core.cases.CaseSamples.refer;
import static org.accordledger.core.cases.CaseSamples.report;
import static org.accordledger.core.cases.CaseSamples.respond;
import static org.accordledger.core.cases.CaseSamples.review;
import static org.accordledger.core.cases.CaseSamples.revise;
import static org.accordledger.core.cases.CaseSamples.seat;
import static org.accordledger.core.cases.CaseSamples.submit;
import static org.accordledger.core.cases.CaseSamples.terms;
import static org.accordledger.core.cases.CaseSamples.uphold;
import static org.accordledger.core.cases.CaseSamples.verify;
import static org.accordledger.core.cases.CaseSamples.violation;
import static org.accordledger.core.cases.CaseSamples.vote;
import static org.accordledger.core.cases.CaseScenario.decided;
import static org.accordledger.core.cases.CaseScenario.referred;
import static org.accordledger.core.cases.CaseScenario.reviewed;
import static org.accordledger.core.cases.CaseScenario.seated;
import static org.accordledger.core.cases.CaseScenario.under;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordCommand;
import org.accordledger.core.accord.AccordCommand.AdoptRules;
import org.accordledger.core.accord.AccordSamples;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.cases.CaseEvent.FindingAdopted;
import org.accordledger.core.cases.CaseEvent.FindingRevised;
import org.accordledger.core.cases.CaseEvent.FindingUpheld;
import org.accordledger.core.cases.CaseEvent.PanelSeated;
import org.accordledger.core.cases.CaseEvent.TextsCited;
import org.junit.jupiter.api.Test;

/** From the panel's seats to the finding, its review and its remedy. */
class PanelTest {
  @Test
  void a_panel_is_seated_with_its_nationalities_and_quorum() {
    assertThat(referred().when(seat(ONE, TWO, THREE)).events())
        .containsExactly(
            new PanelSeated(
                List.of(
                    new PanelMember(new AccountId("member-one"), new BodyId("east")),
                    new PanelMember(new AccountId("member-two"), new BodyId("west")),
                    new PanelMember(new AccountId("member-three"), new BodyId("far-south"))),
                2,
                1,
                filedBy(REGISTRAR)));
  }

  @Test
  void a_national_of_a_side_may_sit_within_half_of_the_panel() {
    assertThat(referred().when(seat("member-one", "member-two", "member-north")).state().stage())
        .isEqualTo(Stage.BEFORE_PANEL);
  }

  @Test
  void half_of_a_panel_may_be_of_one_nationality_and_no_more() {
    AccordTerms four = terms(rulesFor(4));

    assertThat(
            under(four)
                .and(submit(), admit(), respond(), refer())
                .when(seat("member-one", "member-two", "member-west", "member-three"))
                .events())
        .singleElement()
        .isInstanceOf(PanelSeated.class);
  }

  @Test
  void half_of_a_panel_may_be_of_nationalities_concerned_and_no_more() {
    AccordTerms four = terms(rulesFor(4));

    assertThat(
            under(four)
                .and(submit(), admit(), respond(), refer())
                .when(seat("member-one", "member-two", "member-north", "member-third"))
                .events())
        .singleElement()
        .isInstanceOf(PanelSeated.class);
  }

  @Test
  void a_panelist_sits_for_the_baskets_of_the_appointment_alone() {
    AccordTerms terms =
        terms(
            draft(),
            offer(FIRST, true, effective(clause(), "2015-01-01")),
            accept(FIRST, NORTH, QUIET),
            accept(FIRST, SOUTH, QUIET),
            panelist("media-expert", new BodyId("inland"), MEDIA),
            panelist("cyber-expert", new BodyId("inland"), CYBER));
    CaseScenario scenario = under(terms).and(submit(), admit(), respond(), refer());

    scenario.refuses(seat("member-one", "member-two", "cyber-expert"), CaseRefusal.NOT_ON_ROSTER);
    assertThat(scenario.when(seat("member-one", "member-two", "media-expert")).state().stage())
        .isEqualTo(Stage.BEFORE_PANEL);
  }

  @Test
  void later_rules_hold_for_what_is_decided_from_there_on() {
    AccordTerms five = terms(rulesFor(5));

    under(five)
        .and(submit(), admit(), respond(), refer())
        .refuses(seat(ONE, TWO, THREE), CaseRefusal.PANEL_SIZE);
  }

  @Test
  void whoever_acts_for_a_side_does_not_vote_even_with_a_seat() {
    seated()
        .refuses(
            vote(actor("member-one", Role.ADJUDICATOR, NORTH), noViolation()),
            CaseRefusal.OWN_CASE);
  }

  @Test
  void the_finding_is_the_majority_of_the_votes_and_names_its_dissenters() {
    assertThat(
            seated()
                .and(
                    vote(ONE, violation(Severity.GRAVE)),
                    vote(TWO, noViolation()),
                    vote(THREE, violation(Severity.SERIOUS)),
                    adopt(TWO))
                .events())
        .containsExactly(
            new TextsCited(1, terms().version(), 1, 0, 0, filedBy(TWO)),
            new FindingAdopted(
                1,
                violation(Severity.SERIOUS),
                Outcome.VIOLATION,
                3,
                List.of(TWO.account()),
                Map.of(),
                filedBy(TWO)));
  }

  @Test
  void a_member_who_has_not_voted_may_adopt_once_the_quorum_has() {
    assertThat(
            seated()
                .and(vote(ONE, noViolation()), vote(TWO, noViolation()), adopt(THREE))
                .state()
                .progress()
                .ruling())
        .isEqualTo(
            new Ruling(
                1, noViolation(), Outcome.NO_VIOLATION, THREE.account(), Ruling.Review.NONE));
  }

  @Test
  void a_majority_of_the_panel_decides_and_not_of_those_who_vote() {
    AccordTerms four = terms(rulesFor(4));

    assertThat(
            under(four)
                .and(
                    submit(),
                    admit(),
                    respond(),
                    refer(),
                    seat("member-one", "member-two", "member-north", "member-third"),
                    vote(adjudicator("north"), noViolation()),
                    vote(adjudicator("third"), noViolation()),
                    vote(ONE, violation(Severity.GRAVE)),
                    adopt(ONE))
                .events())
        .as("two members concerned, of four, do not clear the respondent while one stays away")
        .last()
        .extracting(event -> ((FindingAdopted) event).outcome())
        .isEqualTo(Outcome.NOT_DETERMINABLE);
  }

  @Test
  void a_finding_is_revised_by_the_panels_votes_and_numbered_on() {
    CaseScenario scenario =
        decided(violation(Severity.GRAVE))
            .and(
                review(MONITOR),
                vote(ONE, violation(Severity.GRAVE)),
                vote(TWO, noViolation()),
                vote(THREE, noViolation()),
                revise(TWO));

    assertThat(scenario.events())
        .containsExactly(
            new TextsCited(2, terms().version(), 1, 0, 0, filedBy(TWO)),
            new FindingRevised(
                2,
                noViolation(),
                Outcome.NO_VIOLATION,
                3,
                List.of(ONE.account()),
                Map.of(),
                filedBy(TWO)));
    assertThat(scenario.state().stage()).isEqualTo(Stage.DECIDED);
    assertThat(scenario.state().progress().ruling())
        .isEqualTo(
            new Ruling(2, noViolation(), Outcome.NO_VIOLATION, TWO.account(), Ruling.Review.DONE));
  }

  @Test
  void a_review_keeps_the_quorum_and_counts_no_vote_of_before() {
    CaseScenario scenario = decided(violation(Severity.GRAVE)).and(review(MONITOR));

    scenario.refuses(revise(TWO), CaseRefusal.QUORUM_NOT_REACHED);
    scenario.and(vote(TWO, noViolation())).refuses(revise(TWO), CaseRefusal.QUORUM_NOT_REACHED);
    scenario.refuses(vote(TWO, noViolation()), CaseRefusal.ALREADY_VOTED);
  }

  @Test
  void one_member_alone_does_not_turn_a_finding_round() {
    CaseScenario scenario =
        decided(violation(Severity.GRAVE))
            .and(review(MONITOR), vote(ONE, violation(Severity.MINOR)), vote(TWO, noViolation()));

    scenario.refuses(revise(TWO), CaseRefusal.REVIEW_RESULT_DIFFERS);
    assertThat(scenario.when(uphold(TWO)).events())
        .containsExactly(new FindingUpheld(2, List.of(TWO.account()), Map.of(), filedBy(TWO)));
  }

  @Test
  void a_majority_changes_the_severity_and_nothing_else() {
    CaseScenario scenario = reviewed(violation(Severity.GRAVE), violation(Severity.MINOR));

    scenario.refuses(uphold(TWO), CaseRefusal.REVIEW_RESULT_DIFFERS);
    assertThat(scenario.when(revise(TWO)).state().progress().ruling())
        .isNotNull()
        .extracting(ruling -> ruling.opinion().severity())
        .isEqualTo(Severity.MINOR);
  }

  @Test
  void a_case_is_reviewed_once_whatever_comes_of_it() {
    reviewed(violation(Severity.GRAVE), noViolation())
        .and(revise(TWO))
        .refuses(review(MONITOR), CaseRefusal.ALREADY_REVIEWED);
  }

  @Test
  void nobody_votes_on_a_finding_that_nobody_asked_to_review() {
    decided(noViolation()).refuses(vote(ONE, noViolation()), CaseRefusal.NO_REVIEW_OPEN);
  }

  @Test
  void a_vote_on_a_review_keeps_the_rules_of_a_vote() {
    CaseScenario scenario = decided(noViolation()).and(review(MONITOR));

    scenario.refuses(vote(TWO, CaseSamples.restingOn("a9")), CaseRefusal.UNKNOWN_EXHIBIT);
    scenario.refuses(vote(adjudicator("west"), noViolation()), CaseRefusal.NOT_A_MEMBER);
  }

  @Test
  void a_remedy_falls_away_with_the_finding_it_was_ordered_for() {
    CaseScenario scenario =
        decided(violation(Severity.MINOR))
            .and(
                order("2020-06-01"),
                review(MONITOR),
                vote(ONE, noViolation()),
                vote(TWO, noViolation()),
                revise(TWO));

    assertThat(scenario.state().progress().remedy()).isNull();
    scenario.refuses(report(AccordSamples.delegate(NORTH)), CaseRefusal.NO_REMEDY_ORDERED);
  }

  @Test
  void while_a_finding_is_under_review_its_remedy_and_its_closing_wait() {
    CaseScenario scenario =
        decided(violation(Severity.MINOR)).and(order("2020-06-01"), review(MONITOR));

    scenario.refuses(report(AccordSamples.delegate(NORTH)), CaseRefusal.REVIEW_OPEN);
    scenario.refuses(close(), CaseRefusal.REVIEW_OPEN);
    scenario.refuses(order("2020-06-01"), CaseRefusal.REVIEW_OPEN);
  }

  @Test
  void a_remedy_that_was_not_enough_is_reported_again() {
    CaseScenario scenario =
        decided(violation(Severity.MINOR))
            .and(
                order("2020-06-01"),
                report(AccordSamples.delegate(NORTH)),
                report(actor("other-delegate", Role.PARTY, NORTH)));

    assertThat(scenario.state().progress().remedy())
        .isEqualTo(new Remedy(new AccountId("other-delegate"), false));
  }

  @Test
  void a_case_is_closed_once_its_remedy_is_verified() {
    assertThat(
            decided(violation(Severity.MINOR))
                .and(
                    order("2020-06-01"),
                    report(AccordSamples.delegate(NORTH)),
                    verify(TWO),
                    close())
                .state()
                .stage())
        .isEqualTo(Stage.CLOSED);
  }

  @Test
  void a_remedy_is_verified_by_a_seated_member_and_by_nobody_else() {
    CaseScenario scenario =
        decided(violation(Severity.MINOR))
            .and(order("2020-06-01"), report(AccordSamples.delegate(NORTH)));

    scenario.refuses(verify(adjudicator("west")), CaseRefusal.NOT_A_MEMBER);
    assertThat(scenario.when(verify(TWO)).events()).hasSize(1);
  }

  @Test
  void the_respondent_does_not_verify_its_own_remedy() {
    decided(violation(Severity.MINOR))
        .and(order("2020-06-01"), report(AccordSamples.delegate(NORTH)))
        .refuses(verify(actor("another", Role.ADJUDICATOR, NORTH)), CaseRefusal.OWN_CASE);
  }

  @Test
  void votes_are_kept_in_the_order_they_were_cast() {
    assertThat(
            seated()
                .and(vote(THREE, noViolation()), vote(ONE, noViolation()))
                .state()
                .progress()
                .panel())
        .extracting(panel -> List.copyOf(panel.votes().keySet()))
        .isEqualTo(List.of(THREE.account(), ONE.account()));
  }

  private static AccordCommand[] rulesFor(int panelSize) {
    return new AccordCommand[] {
      draft(),
      offer(FIRST, true, effective(clause(), "2015-01-01")),
      accept(FIRST, NORTH, QUIET),
      accept(FIRST, SOUTH, QUIET),
      new AdoptRules(
          AccordSamples.ACCORD,
          60,
          panelSize,
          panelSize / 2 + 1,
          null,
          null,
          null,
          null,
          null,
          adoptRules().filed())
    };
  }
}
