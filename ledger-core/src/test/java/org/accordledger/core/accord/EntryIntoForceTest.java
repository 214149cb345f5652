package org.accordledger.core.accord;

import static org.accordledger.core.accord.AccordSamples.CYBER;
import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.HOTLINE;
import static org.accordledger.core.accord.AccordSamples.MEDIA;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.SECOND;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.accept;
import static org.accordledger.core.accord.AccordSamples.binding;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.effective;
import static org.accordledger.core.accord.AccordSamples.offer;
import static org.accordledger.core.accord.AccordSamples.refuse;
import static org.accordledger.core.accord.AccordSamples.untestable;
import static org.accordledger.core.accord.AccordSamples.withdraw;
import static org.accordledger.core.accord.AccordScenario.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.Filing;
import org.accordledger.core.accord.AccordCommand.AcceptItems;
import org.accordledger.core.accord.AccordEvent.ClauseEnteredIntoForce;
import org.accordledger.core.accord.AccordEvent.ItemsAccepted;
import org.accordledger.core.accord.AccordTerms.ClauseInForce;
import org.accordledger.core.accord.Clause.EntryRule;
import org.accordledger.core.accord.Clause.EntryRule.Needs;
import org.accordledger.core.accord.Clause.Kind;
import org.junit.jupiter.api.Test;

class EntryIntoForceTest {
  private static final LocalDate TODAY = LocalDate.parse("2015-01-01");

  @Test
  void a_clause_enters_into_force_with_the_last_acceptance_it_needs() {
    AccordScenario scenario = given(draft(), offer(FIRST, true, clause()));

    assertThat(scenario.when(accept(FIRST, NORTH, QUIET)).decided()).hasSize(1);
    assertThat(scenario.when(accept(FIRST, SOUTH, QUIET)).decided())
        .containsExactly(
            new ItemsAccepted(FIRST, SOUTH, List.of(QUIET), false, null, by(delegate(SOUTH))),
            new ClauseEnteredIntoForce(FIRST, QUIET, 1, TODAY, true, by(delegate(SOUTH))));
  }

  @Test
  void offering_is_not_accepting() {
    AccordScenario scenario = given(draft(), offer(FIRST, true, clause()));

    scenario.when(accept(FIRST, SOUTH, QUIET));

    assertThat(scenario.accord().terms().clauses()).isEmpty();
  }

  @Test
  void a_clause_holds_from_the_day_its_text_names() {
    assertThat(inForce(effective(clause(), "2015-01-01")).clauseOn(QUIET, day("2015-01-01")))
        .get()
        .extracting(ClauseInForce::version)
        .isEqualTo(1);
    assertThat(inForce(effective(clause(), "2015-01-01")).clauseOn(QUIET, day("2014-12-31")))
        .isEmpty();
  }

  @Test
  void an_acceptance_entered_later_counts_from_the_date_it_bears() {
    AcceptItems south = accept(FIRST, SOUTH, QUIET);
    AccordScenario scenario =
        given(
            draft(true),
            dated(offer(FIRST, true, clause()), "1933-11-16"),
            accept(FIRST, NORTH, QUIET));

    scenario.when(
        new AcceptItems(
            south.accord(),
            south.offer(),
            south.party(),
            south.items(),
            true,
            "while the other side does",
            new Filing(south.filed().by(), south.filed().at(), day("1933-11-17"))));

    assertThat(scenario.accord().terms().clauses().get(QUIET))
        .singleElement()
        .extracting(ClauseInForce::from)
        .isEqualTo(day("1933-11-17"));
  }

  @Test
  void a_clause_does_not_bind_what_was_done_before_the_last_acceptance() {
    AccordScenario scenario =
        given(
            draft(),
            offer(FIRST, true, effective(clause(), "2015-01-01")),
            accept(FIRST, NORTH, QUIET));

    scenario.refuses(acceptedOn("2015-01-02"), AccordRefusal.EFFECTIVE_IN_PAST);
    assertThat(scenario.when(acceptedOn("2015-01-01")).decided()).hasSize(2);
  }

  @Test
  void an_accord_kept_retrospectively_may_bind_from_a_day_long_past() {
    AccordScenario scenario =
        given(
            draft(true),
            offer(FIRST, true, effective(clause(), "1933-11-16")),
            accept(FIRST, NORTH, QUIET),
            accept(FIRST, SOUTH, QUIET));

    assertThat(scenario.accord().terms().clauseOn(QUIET, day("1933-11-16"))).isPresent();
  }

  @Test
  void a_named_entry_rule_needs_only_those_it_names() {
    Clause unilateral =
        binding(
            clause(QUIET, MEDIA, Kind.OBLIGATION, new EntryRule(Needs.NAMED, List.of(NORTH))),
            NORTH);
    AccordScenario scenario = given(draft(), offer(FIRST, true, unilateral));

    scenario.when(accept(FIRST, NORTH, QUIET));

    ClauseInForce held = scenario.accord().terms().clauseOn(QUIET, TODAY).orElseThrow();
    assertThat(held.binds(NORTH)).isTrue();
    assertThat(held.binds(SOUTH)).isFalse();
  }

  @Test
  void an_acceptance_nobody_needed_brings_in_no_new_version() {
    Clause unilateral =
        binding(
            clause(QUIET, MEDIA, Kind.OBLIGATION, new EntryRule(Needs.NAMED, List.of(NORTH))),
            NORTH);
    AccordScenario scenario =
        given(draft(), offer(FIRST, true, unilateral), accept(FIRST, NORTH, QUIET));

    scenario.when(accept(FIRST, SOUTH, QUIET));

    assertThat(scenario.accord().terms().clauses().get(QUIET)).hasSize(1);
  }

  @Test
  void a_later_version_ends_the_one_before_it_the_day_before() {
    AccordTerms terms =
        twoVersions(effective(clause(), "2015-01-01"), effective(clause(), "2018-07-01"));

    assertThat(terms.clauses().get(QUIET))
        .extracting(ClauseInForce::version, ClauseInForce::from, ClauseInForce::until)
        .containsExactly(
            tuple(1, day("2015-01-01"), day("2018-06-30")), tuple(2, day("2018-07-01"), null));
    assertThat(terms.clauseOn(QUIET, day("2018-06-30")).orElseThrow().version()).isEqualTo(1);
    assertThat(terms.clauseOn(QUIET, day("2018-07-01")).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void a_later_version_never_starts_before_the_one_it_replaces() {
    AccordTerms terms = twoVersions(effective(clause(), "2030-01-01"), clause());

    assertThat(terms.clauses().get(QUIET))
        .extracting(ClauseInForce::from)
        .containsExactly(day("2030-01-01"), day("2030-01-01"));
    assertThat(terms.clauseOn(QUIET, day("2030-01-01")).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void each_item_of_a_severable_package_has_its_own_fate() {
    Clause hotline =
        clause(HOTLINE, CYBER, Kind.COOPERATION, new EntryRule(Needs.ALL_PARTIES, List.of()));
    AccordScenario scenario =
        given(
            draft(),
            offer(FIRST, true, clause(), hotline),
            accept(FIRST, NORTH, QUIET, HOTLINE),
            accept(FIRST, SOUTH, QUIET),
            refuse(FIRST, SOUTH, AccordSamples.WORDS, HOTLINE));

    AccordTerms terms = scenario.accord().terms();
    assertThat(terms.clauses()).containsOnlyKeys(QUIET);
    assertThat(terms.offered()).containsExactly(QUIET, HOTLINE);
    assertThat(terms.refusals()).containsExactly(entry(HOTLINE, "south refused it in offer first"));
  }

  @Test
  void what_others_ended_by_refusing_it_is_not_withdrawn_and_what_waits_beside_it_is() {
    Clause hotline =
        clause(HOTLINE, CYBER, Kind.COOPERATION, new EntryRule(Needs.ALL_PARTIES, List.of()));
    AccordScenario partly =
        given(
            draft(),
            offer(FIRST, true, clause(), hotline),
            refuse(FIRST, SOUTH, AccordSamples.WORDS, QUIET));
    assertThat(partly.when(withdraw(FIRST, NORTH, AccordSamples.WORDS)).decided()).hasSize(1);

    given(
            draft(),
            offer(FIRST, true, clause(), hotline),
            refuse(FIRST, SOUTH, AccordSamples.WORDS, QUIET, HOTLINE))
        .refuses(withdraw(FIRST, NORTH, AccordSamples.WORDS), AccordRefusal.NOTHING_TO_WITHDRAW);
  }

  @Test
  void what_is_in_force_stays_in_force_when_the_rest_is_withdrawn() {
    Clause hotline =
        clause(HOTLINE, CYBER, Kind.COOPERATION, new EntryRule(Needs.ALL_PARTIES, List.of()));
    AccordScenario scenario =
        given(
            draft(),
            offer(FIRST, true, clause(), hotline),
            accept(FIRST, NORTH, QUIET),
            accept(FIRST, SOUTH, QUIET),
            withdraw(FIRST, NORTH, AccordSamples.WORDS));

    assertThat(scenario.accord().terms().clauseOn(QUIET, TODAY)).isPresent();
    scenario.refuses(accept(FIRST, SOUTH, HOTLINE), AccordRefusal.OFFER_WITHDRAWN);
  }

  @Test
  void an_untestable_clause_can_be_accepted_and_is_marked_so() {
    assertThat(inForce(untestable(clause())).clauses().get(QUIET))
        .singleElement()
        .extracting(ClauseInForce::testable)
        .isEqualTo(false);
  }

  private static AcceptItems acceptedOn(String day) {
    AcceptItems south = accept(FIRST, SOUTH, QUIET);
    return new AcceptItems(
        south.accord(),
        south.offer(),
        south.party(),
        south.items(),
        south.withoutAdmission(),
        south.condition(),
        by(delegate(SOUTH), day));
  }

  private static AccordTerms inForce(Clause clause) {
    return given(
            draft(),
            offer(FIRST, true, clause),
            accept(FIRST, NORTH, QUIET),
            accept(FIRST, SOUTH, QUIET))
        .accord()
        .terms();
  }

  private static AccordTerms twoVersions(Clause first, Clause second) {
    return given(
            draft(),
            offer(FIRST, true, first),
            accept(FIRST, NORTH, QUIET),
            accept(FIRST, SOUTH, QUIET),
            offer(SECOND, true, second),
            accept(SECOND, NORTH, QUIET),
            accept(SECOND, SOUTH, QUIET))
        .accord()
        .terms();
  }

  private static AccordCommand.OfferText dated(AccordCommand.OfferText o, String dated) {
    return new AccordCommand.OfferText(
        o.accord(),
        o.offer(),
        o.offeredBy(),
        o.severable(),
        o.items(),
        o.source(),
        new Filing(o.filed().by(), o.filed().at(), day(dated)));
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
