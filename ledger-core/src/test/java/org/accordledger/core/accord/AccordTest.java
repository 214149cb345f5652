package org.accordledger.core.accord;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.CYBER;
import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.MEDIA;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.THIRD;
import static org.accordledger.core.accord.AccordSamples.WATCH;
import static org.accordledger.core.accord.AccordSamples.adoptRules;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.coverage;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.offer;
import static org.accordledger.core.accord.AccordSamples.panelist;
import static org.accordledger.core.accord.AccordSamples.registrar;
import static org.accordledger.core.accord.AccordSamples.standing;
import static org.accordledger.core.accord.AccordScenario.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.Filing;
import org.accordledger.core.FilingRefusal;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.accord.AccordCommand.AcceptItems;
import org.accordledger.core.accord.AccordCommand.AdoptRules;
import org.accordledger.core.accord.AccordCommand.DeclareCoverage;
import org.accordledger.core.accord.AccordCommand.OfferText;
import org.accordledger.core.accord.AccordCommand.RefuseItems;
import org.accordledger.core.accord.AccordEvent.ItemsAccepted;
import org.accordledger.core.accord.AccordTerms.Panelist;
import org.junit.jupiter.api.Test;

class AccordTest {
  @Test
  void terms_say_at_which_version_of_the_stream_they_were_read() {
    assertThat(given(draft()).accord().terms().version()).isZero();
    assertThat(given(draft(), standing(WATCH), adoptRules()).accord().terms().version())
        .isEqualTo(2);
  }

  @Test
  void adopted_rules_follow_the_ones_before_them() {
    assertThat(given(draft(), adoptRules(), adoptRules()).accord().rules())
        .isEqualTo(new ProcedureRules(3, 60, 5, 3));
  }

  @Test
  void rules_that_cannot_be_are_refused_where_they_are_built() {
    AdoptRules tooFew = new AdoptRules(ACCORD, 60, 2, 2, null, null, null, null, null, registrar());

    assertThatThrownBy(() -> given(draft(), tooFew))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("rules.panel_size");
  }

  @Test
  void rules_set_clocks_of_baskets_that_the_accord_declares() {
    BasketClocks quick = new BasketClocks(7, null, null, null, 2);
    ProcedureRules adopted = given(draft(), lane(CYBER, quick)).accord().rules();

    assertThat(adopted.in(CYBER))
        .isEqualTo(new ProcedureRules(2, 7, 3, 2, 10, null, null, 2, null));
    assertThat(adopted.in(MEDIA).responseDays()).isEqualTo(30);
    given(draft()).refuses(lane(new BasketCode("trade"), quick), AccordRefusal.UNKNOWN_BASKET);
    ProcedureRules ofTrade =
        new ProcedureRules(
            1, 30, 3, 2, null, null, null, null, Map.of(new BasketCode("trade"), quick));
    given().refuses(DraftSample.valid().under(ofTrade).command(), AccordRefusal.UNKNOWN_BASKET);
  }

  @Test
  void a_basket_that_rules_name_has_at_least_one_clock_within_bounds() {
    assertThatThrownBy(() -> new BasketClocks(null, null, null, null, null))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("at least one clock");
    assertThatThrownBy(() -> new BasketClocks(0, null, null, null, null))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("response_days");
    assertThatThrownBy(() -> new BasketClocks(null, null, 3651, null, null))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("reply_days");
  }

  private static AdoptRules lane(BasketCode basket, BasketClocks clocks) {
    return new AdoptRules(ACCORD, 30, 3, 2, 10, null, null, 5, Map.of(basket, clocks), registrar());
  }

  @Test
  void a_panelist_can_be_appointed_to_further_baskets() {
    assertThat(
            given(draft(), panelist("ann", THIRD, MEDIA), panelist("ann", THIRD, CYBER))
                .accord()
                .roster())
        .containsExactly(new Panelist(new AccountId("ann"), THIRD, List.of(MEDIA, CYBER)));
    assertThat(
            given(draft(), panelist("ann", THIRD, MEDIA), panelist("ann", THIRD)).accord().roster())
        .containsExactly(new Panelist(new AccountId("ann"), THIRD, List.of()));
  }

  @Test
  void a_panelist_of_every_basket_cannot_be_appointed_to_one_more() {
    given(draft(), panelist("ann", THIRD))
        .refuses(panelist("ann", THIRD, MEDIA), AccordRefusal.ALREADY_ON_ROSTER);
  }

  @Test
  void a_party_can_only_be_spoken_for_by_its_own_accounts() {
    OfferText theirs = offer(FIRST, true, clause());
    OfferText ours =
        new OfferText(ACCORD, FIRST, SOUTH, true, theirs.items(), null, theirs.filed());

    given(draft()).refuses(ours, FilingRefusal.ACTS_FOR_ANOTHER);
  }

  @Test
  void only_the_one_who_offered_withdraws() {
    given(draft(), offer(FIRST, true, clause()))
        .refuses(
            AccordSamples.withdraw(FIRST, SOUTH, AccordSamples.WORDS),
            FilingRefusal.ACTS_FOR_ANOTHER);
  }

  @Test
  void a_body_declares_its_own_coverage_or_has_the_registrar_enter_it() {
    DeclareCoverage own = coverage(QUIET, WATCH, "2014-01-01");
    AccordScenario scenario = given(draft(), offer(FIRST, true, clause()));

    scenario.refuses(
        new DeclareCoverage(ACCORD, QUIET, THIRD, own.since(), own.filed()),
        FilingRefusal.ACTS_FOR_ANOTHER);
    scenario.when(new DeclareCoverage(ACCORD, QUIET, THIRD, own.since(), registrar()));
    assertThat(scenario.when(own).accord().observance().coverage()).hasSize(2);
  }

  @Test
  void an_act_bears_an_older_date_only_where_the_record_is_kept_retrospectively() {
    AdoptRules rules = adoptRules();
    AdoptRules dated =
        new AdoptRules(
            ACCORD,
            rules.responseDays(),
            rules.panelSize(),
            rules.quorum(),
            null,
            null,
            null,
            null,
            null,
            old(rules.filed(), "2014-01-01"));

    given(draft()).refuses(dated, FilingRefusal.DATED_NOT_ALLOWED);
    assertThat(given(draft(true), dated).accord().rules().version()).isEqualTo(2);
  }

  @Test
  void an_answer_to_an_offer_cannot_bear_a_date_before_it() {
    RefuseItems refusal = AccordSamples.refuse(FIRST, SOUTH, AccordSamples.WORDS, QUIET);

    given(draft(true), offer(FIRST, true, clause()))
        .refuses(
            new RefuseItems(
                ACCORD,
                FIRST,
                SOUTH,
                refusal.items(),
                refusal.reason(),
                null,
                null,
                old(refusal.filed(), "2014-12-31")),
            FilingRefusal.DATED_TOO_EARLY);
  }

  @Test
  void an_acceptance_keeps_its_condition_and_that_it_admits_nothing() {
    AcceptItems accept =
        new AcceptItems(
            ACCORD,
            FIRST,
            SOUTH,
            List.of(QUIET),
            true,
            "while the north does",
            AccordSamples.by(AccordSamples.delegate(SOUTH)));

    assertThat(given(draft(), offer(FIRST, true, clause()), accept).decided())
        .containsExactly(
            new ItemsAccepted(
                FIRST, SOUTH, List.of(QUIET), true, "while the north does", accept.filed()));
  }

  @Test
  void a_stream_that_does_not_start_with_a_draft_is_no_accord() {
    AccordEvent stray = new AccordEvent.StandingGranted(WATCH, registrar());

    assertThatThrownBy(() -> Accord.evolve(null, stray)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_event_that_cannot_follow_is_not_applied() {
    Accord drafted = given(draft()).accord();

    assertThatThrownBy(() -> drafted.apply(drafted.drafted()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                drafted.apply(
                    new AccordEvent.OfferWithdrawn(FIRST, AccordSamples.WORDS, registrar())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no offer first");
  }

  @Test
  void parties_keep_the_order_of_the_draft() {
    assertThat(given(draft()).accord().parties()).containsExactly(NORTH, SOUTH);
  }

  private static Filing old(Filing filed, String dated) {
    return new Filing(filed.by(), filed.at(), LocalDate.parse(dated));
  }
}
