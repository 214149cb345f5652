package org.accordledger.core.accord;

import static org.accordledger.core.accord.AccordSamples.CYBER;
import static org.accordledger.core.accord.AccordSamples.EN;
import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.HOTLINE;
import static org.accordledger.core.accord.AccordSamples.MADE_PUBLIC;
import static org.accordledger.core.accord.AccordSamples.MEDIA;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.SECOND;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.THIRD;
import static org.accordledger.core.accord.AccordSamples.WATCH;
import static org.accordledger.core.accord.AccordSamples.accept;
import static org.accordledger.core.accord.AccordSamples.basket;
import static org.accordledger.core.accord.AccordSamples.binding;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.coverage;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.offer;
import static org.accordledger.core.accord.AccordSamples.reworded;
import static org.accordledger.core.accord.AccordSamples.withElements;
import static org.accordledger.core.accord.AccordScenario.given;
import static org.accordledger.core.accord.NegotiationSamples.counter;
import static org.accordledger.core.accord.NegotiationSamples.lapse;
import static org.accordledger.core.accord.ObservanceSamples.leave;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.accord.AccordCommand.DraftAccord;
import org.accordledger.core.accord.Clause.EntryRule;
import org.accordledger.core.accord.Clause.EntryRule.Needs;
import org.accordledger.core.accord.Clause.Kind;
import org.junit.jupiter.api.Test;

/** What an offered text must say, and of whom. */
class OfferedTextTest {
  private static final Map<LanguageTag, String> FRENCH = Map.of(new LanguageTag("fr"), "mots");
  private static final Map<LanguageTag, String> EMPTY = Map.of(EN, " ");

  @Test
  void a_basket_has_a_title_in_a_language_of_the_accord() {
    for (Map<LanguageTag, String> title : List.of(FRENCH, EMPTY)) {
      DraftAccord d = draft();
      Basket basket =
          new Basket(MEDIA, title, Basket.Form.CODE_OF_CONDUCT, Basket.Bindingness.POLITICAL);
      given()
          .refuses(
              new DraftAccord(
                  d.accord(),
                  d.title(),
                  d.lineage(),
                  d.parties(),
                  d.languages(),
                  d.hypothetical(),
                  d.retrospective(),
                  List.of(basket),
                  d.rules(),
                  d.filed()),
              refusalOf(title));
    }
  }

  @Test
  void a_clause_and_each_of_its_elements_have_a_text_in_a_language_of_the_accord() {
    for (Map<LanguageTag, String> text : List.of(FRENCH, EMPTY)) {
      given(draft()).refuses(offer(FIRST, true, reworded(clause(), text)), refusalOf(text));
      Clause.Element element = new Clause.Element(MADE_PUBLIC, text);
      given(draft()).refuses(offer(FIRST, true, withElements(clause(), element)), refusalOf(text));
    }
  }

  @Test
  void a_clause_binds_parties_and_waits_for_parties() {
    given(draft())
        .refuses(offer(FIRST, true, binding(clause(), NORTH, THIRD)), AccordRefusal.NOT_A_PARTY);
    EntryRule withAStranger = new EntryRule(Needs.NAMED, List.of(NORTH, THIRD));
    given(draft())
        .refuses(
            offer(
                FIRST, true, binding(clause(QUIET, MEDIA, Kind.OBLIGATION, withAStranger), NORTH)),
            AccordRefusal.NOT_A_PARTY);
  }

  @Test
  void an_item_enters_into_force_by_the_acceptances_of_itself_alone() {
    Clause hotline =
        clause(HOTLINE, CYBER, Kind.COOPERATION, new EntryRule(Needs.ALL_PARTIES, List.of()));
    AccordScenario crossed =
        given(
            draft(),
            offer(FIRST, true, clause(), hotline),
            accept(FIRST, NORTH, QUIET),
            accept(FIRST, SOUTH, HOTLINE));

    assertThat(crossed.accord().clauses()).isEmpty();
    assertThat(crossed.when(accept(FIRST, NORTH, HOTLINE)).accord().clauses())
        .containsOnlyKeys(HOTLINE);
  }

  @Test
  void every_event_is_one_version_of_the_stream() {
    AccordScenario scenario = given(draft());
    long events = 1;
    for (AccordCommand command :
        List.of(
            offer(FIRST, true, clause()),
            counter(SECOND, FIRST, SOUTH, clause()),
            lapse(SECOND, SOUTH, "2015-01-01"),
            accept(FIRST, NORTH, QUIET),
            accept(FIRST, SOUTH, QUIET),
            coverage(QUIET, WATCH, "2014-06-01"),
            leave(SOUTH, "2015-06-01"))) {
      events += scenario.when(command).decided().size();
    }

    assertThat(scenario.accord().version()).isEqualTo(events - 1).isEqualTo(9);
  }

  private static AccordRefusal refusalOf(Map<LanguageTag, String> text) {
    return text.equals(FRENCH) ? AccordRefusal.LANGUAGE_NOT_DECLARED : AccordRefusal.TEXT_MISSING;
  }
}
