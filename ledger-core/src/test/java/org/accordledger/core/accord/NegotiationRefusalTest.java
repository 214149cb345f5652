package org.accordledger.core.accord;

import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.SECOND;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.accept;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.offer;
import static org.accordledger.core.accord.AccordScenario.given;
import static org.accordledger.core.accord.NegotiationSamples.account;
import static org.accordledger.core.accord.NegotiationSamples.commit;
import static org.accordledger.core.accord.NegotiationSamples.contribute;
import static org.accordledger.core.accord.NegotiationSamples.counter;
import static org.accordledger.core.accord.NegotiationSamples.disclose;
import static org.accordledger.core.accord.NegotiationSamples.lapse;
import static org.accordledger.core.accord.NegotiationSamples.promote;

import java.time.LocalDate;
import org.accordledger.core.Occurred;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every refusal of a negotiation is provoked. The switch has no default: a code without a
 * provocation does not compile.
 */
class NegotiationRefusalTest {
  @ParameterizedTest(name = "{0}")
  @EnumSource
  void every_refusal_can_be_provoked(NegotiationRefusal code) {
    switch (code) {
      case COUNTERS_ITSELF -> offered().refuses(counter(SECOND, FIRST, NORTH, clause()), code);
      case OFFER_LAPSED ->
          offered()
              .when(lapse(FIRST, NORTH, "2015-01-01"))
              .refuses(accept(FIRST, SOUTH, QUIET), code);
      case LAPSE_DAY -> offered().refuses(lapse(FIRST, NORTH, "2015-01-02"), code);
      case NOTHING_TO_LAPSE ->
          offered()
              .when(accept(FIRST, NORTH, QUIET))
              .when(accept(FIRST, SOUTH, QUIET))
              .refuses(lapse(FIRST, NORTH, "2015-01-01"), code);
      case TEXT_EXISTS -> given(draft(), commit()).refuses(commit("letter", 'e'), code);
      case DIGEST_EXISTS -> given(draft(), commit()).refuses(commit("other", 'd'), code);
      case UNKNOWN_TEXT -> given(draft()).refuses(disclose(), code);
      case ALREADY_DISCLOSED -> given(draft(), commit(), disclose()).refuses(disclose(), code);
      case TEXT_DIFFERS ->
          given(draft(), commit()).refuses(disclose("letter", "e", "2014-03-01"), code);
      case DISCLOSED_DAY ->
          given(draft(), commit()).refuses(disclose("letter", "d", "2014-02-28"), code);
      case NOT_HAPPENED_YET ->
          given(draft()).refuses(account(Occurred.on(LocalDate.parse("2015-01-02"))), code);
      case TOO_MANY_ACCOUNTS ->
          repeated(account(), RestrictedTextRules.ACCOUNTS).refuses(account(), code);
      case DRAFT_FULL ->
          repeated(contribute(), DraftingRules.CONTRIBUTIONS).refuses(contribute(), code);
      case UNKNOWN_DRAFT -> given(draft()).refuses(promote(FIRST), code);
      case DRAFT_PROMOTED ->
          given(draft(), contribute(), promote(FIRST)).refuses(promote(SECOND), code);
      case APPROVED_AHEAD ->
          given(draft(), contribute()).refuses(promote(FIRST, "2015-01-02"), code);
    }
  }

  private static AccordScenario offered() {
    return given(draft(), offer(FIRST, true, clause()));
  }

  private static AccordScenario repeated(AccordCommand command, int times) {
    AccordScenario scenario = given(draft());
    for (int i = 0; i < times; i++) {
      scenario.when(command);
    }
    return scenario;
  }
}
