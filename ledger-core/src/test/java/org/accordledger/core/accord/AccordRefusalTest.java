package org.accordledger.core.accord;

import static org.accordledger.core.accord.AccordSamples.CYBER;
import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.HOTLINE;
import static org.accordledger.core.accord.AccordSamples.MEDIA;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.SECOND;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.THIRD;
import static org.accordledger.core.accord.AccordSamples.WATCH;
import static org.accordledger.core.accord.AccordSamples.accept;
import static org.accordledger.core.accord.AccordSamples.adoptMethod;
import static org.accordledger.core.accord.AccordSamples.adoptRules;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.coverage;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.effective;
import static org.accordledger.core.accord.AccordSamples.offer;
import static org.accordledger.core.accord.AccordSamples.panelist;
import static org.accordledger.core.accord.AccordSamples.refuse;
import static org.accordledger.core.accord.AccordSamples.standing;
import static org.accordledger.core.accord.AccordSamples.withdraw;
import static org.accordledger.core.accord.AccordScenario.given;

import java.util.List;
import java.util.Map;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.accord.Clause.EntryRule;
import org.accordledger.core.accord.Clause.EntryRule.Needs;
import org.accordledger.core.accord.Clause.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every refusal of an accord is provoked. The switch has no default: a code without a provocation
 * does not compile.
 */
class AccordRefusalTest {
  private static final Clause HOTLINE_CLAUSE =
      clause(HOTLINE, CYBER, Kind.COOPERATION, new EntryRule(Needs.ALL_PARTIES, List.of()));

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void every_refusal_can_be_provoked(AccordRefusal code) {
    switch (code) {
      case UNKNOWN_ACCORD,
          ALREADY_DRAFTED,
          NO_PARTY,
          DUPLICATE_PARTY,
          NO_LANGUAGE,
          LANGUAGE_NOT_DECLARED,
          TEXT_MISSING,
          NO_BASKET,
          DUPLICATE_BASKET,
          RULES_START_AT_ONE ->
          provokeByDrafting(code);
      case UNKNOWN_BASKET,
          NOT_A_PARTY,
          OFFER_EXISTS,
          NO_ITEMS,
          DUPLICATE_ITEM,
          DUPLICATE_ELEMENT,
          ENTRY_RULE_LEAVES_OUT,
          EFFECTIVE_BEFORE_PREVIOUS,
          EFFECTIVE_IN_PAST,
          EMBARGO_RULE_MISPLACED ->
          provokeByOffering(code);
      case UNKNOWN_OFFER,
          UNKNOWN_ITEM,
          ITEM_ALREADY_DECIDED,
          NOT_SEVERABLE,
          OFFER_WITHDRAWN,
          NOTHING_TO_WITHDRAW ->
          provokeByDeciding(code);
      case UNKNOWN_METHOD,
          METHOD_ALREADY_ADOPTED,
          ALREADY_ON_ROSTER,
          NATIONALITY_DIFFERS,
          PARTY_HAS_STANDING,
          STANDING_ALREADY_GRANTED,
          UNKNOWN_CLAUSE,
          ALREADY_COVERED,
          COVERAGE_NOT_BEGUN ->
          provokeByKeeping(code);
    }
  }

  private static void provokeByDrafting(AccordRefusal code) {
    DraftSample draft = DraftSample.valid();
    switch (code) {
      case UNKNOWN_ACCORD -> given().refuses(adoptRules(), code);
      case ALREADY_DRAFTED -> given(draft()).refuses(draft(), code);
      case NO_PARTY -> given().refuses(draft.between().command(), code);
      case DUPLICATE_PARTY -> given().refuses(draft.between(NORTH, NORTH).command(), code);
      case NO_LANGUAGE -> given().refuses(draft.speaking().command(), code);
      case LANGUAGE_NOT_DECLARED ->
          given().refuses(draft.entitled(Map.of(new LanguageTag("fr"), "Accord")).command(), code);
      case TEXT_MISSING -> given().refuses(draft.entitled(Map.of()).command(), code);
      case NO_BASKET -> given().refuses(draft.inBaskets().command(), code);
      case DUPLICATE_BASKET -> given().refuses(draft.inBaskets(MEDIA, MEDIA).command(), code);
      case RULES_START_AT_ONE ->
          given().refuses(draft.under(new ProcedureRules(2, 30, 3, 2)).command(), code);
      default -> throw new IllegalArgumentException(code + " is not provoked by drafting");
    }
  }

  private static void provokeByOffering(AccordRefusal code) {
    EntryRule northOnly = new EntryRule(Needs.NAMED, List.of(NORTH));
    switch (code) {
      case UNKNOWN_BASKET ->
          given(draft()).refuses(offer(FIRST, true, inBasket(new BasketCode("trade"))), code);
      case NOT_A_PARTY ->
          given(draft(), offer(FIRST, true, clause())).refuses(accept(FIRST, THIRD, QUIET), code);
      case OFFER_EXISTS ->
          given(draft(), offer(FIRST, true, clause())).refuses(offer(FIRST, true, clause()), code);
      case NO_ITEMS -> given(draft()).refuses(offer(FIRST, true), code);
      case DUPLICATE_ITEM -> given(draft()).refuses(offer(FIRST, true, clause(), clause()), code);
      case DUPLICATE_ELEMENT ->
          given(draft()).refuses(offer(FIRST, true, AccordSamples.elementTwice(clause())), code);
      case ENTRY_RULE_LEAVES_OUT ->
          given(draft())
              .refuses(offer(FIRST, true, clause(QUIET, MEDIA, Kind.OBLIGATION, northOnly)), code);
      case EFFECTIVE_BEFORE_PREVIOUS ->
          given(
                  draft(),
                  offer(FIRST, true, effective(clause(), "2020-06-01")),
                  accept(FIRST, NORTH, QUIET),
                  accept(FIRST, SOUTH, QUIET))
              .refuses(offer(SECOND, true, effective(clause(), "2020-05-31")), code);
      case EFFECTIVE_IN_PAST ->
          given(draft()).refuses(offer(FIRST, true, effective(clause(), "2014-12-31")), code);
      case EMBARGO_RULE_MISPLACED ->
          given(draft())
              .refuses(
                  offer(
                      FIRST,
                      true,
                      AccordSamples.embargo(
                          clause(), new EmbargoRule(ObserverReport.FINAL_REPORT, List.of(), null))),
                  code);
      default -> throw new IllegalArgumentException(code + " is not provoked by offering");
    }
  }

  private static void provokeByDeciding(AccordRefusal code) {
    AccordScenario offered = given(draft(), offer(FIRST, false, clause(), HOTLINE_CLAUSE));
    switch (code) {
      case UNKNOWN_OFFER -> offered.refuses(accept(SECOND, NORTH, QUIET), code);
      case UNKNOWN_ITEM -> offered.refuses(accept(FIRST, NORTH, new ClauseCode("other")), code);
      case ITEM_ALREADY_DECIDED ->
          offered
              .when(refuse(FIRST, SOUTH, AccordSamples.WORDS, QUIET, HOTLINE))
              .refuses(accept(FIRST, SOUTH, QUIET, HOTLINE), code);
      case NOT_SEVERABLE -> offered.refuses(accept(FIRST, NORTH, QUIET), code);
      case OFFER_WITHDRAWN ->
          offered
              .when(withdraw(FIRST, NORTH, AccordSamples.WORDS))
              .refuses(accept(FIRST, SOUTH, QUIET, HOTLINE), code);
      case NOTHING_TO_WITHDRAW ->
          offered
              .when(accept(FIRST, NORTH, QUIET, HOTLINE))
              .when(accept(FIRST, SOUTH, QUIET, HOTLINE))
              .refuses(withdraw(FIRST, NORTH, AccordSamples.WORDS), code);
      default -> throw new IllegalArgumentException(code + " is not provoked by deciding");
    }
  }

  private static void provokeByKeeping(AccordRefusal code) {
    AccordScenario drafted = given(draft(), offer(FIRST, true, clause()));
    switch (code) {
      case UNKNOWN_METHOD -> drafted.refuses(adoptMethod(3), code);
      case METHOD_ALREADY_ADOPTED -> drafted.when(adoptMethod(1)).refuses(adoptMethod(1), code);
      case ALREADY_ON_ROSTER ->
          drafted.when(panelist("ann", THIRD, MEDIA)).refuses(panelist("ann", THIRD, MEDIA), code);
      case NATIONALITY_DIFFERS ->
          drafted.when(panelist("ann", THIRD, MEDIA)).refuses(panelist("ann", NORTH, CYBER), code);
      case PARTY_HAS_STANDING -> drafted.refuses(standing(NORTH), code);
      case STANDING_ALREADY_GRANTED -> drafted.when(standing(WATCH)).refuses(standing(WATCH), code);
      case UNKNOWN_CLAUSE -> drafted.refuses(coverage(HOTLINE, WATCH, "2014-01-01"), code);
      case ALREADY_COVERED ->
          drafted
              .when(coverage(QUIET, WATCH, "2014-01-01"))
              .refuses(coverage(QUIET, WATCH, "2019-02-01"), code);
      case COVERAGE_NOT_BEGUN -> drafted.refuses(coverage(QUIET, WATCH, "2015-01-02"), code);
      default -> throw new IllegalArgumentException(code + " is not provoked by keeping");
    }
  }

  private static Clause inBasket(BasketCode basket) {
    return clause(QUIET, basket, Kind.PROHIBITION, new EntryRule(Needs.ALL_PARTIES, List.of()));
  }
}
