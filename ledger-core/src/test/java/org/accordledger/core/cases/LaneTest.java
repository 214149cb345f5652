package org.accordledger.core.cases;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.CYBER;
import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.MEDIA;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.accept;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.effective;
import static org.accordledger.core.accord.AccordSamples.offer;
import static org.accordledger.core.accord.AccordSamples.registrar;
import static org.accordledger.core.cases.CaseSamples.ONE;
import static org.accordledger.core.cases.CaseSamples.THREE;
import static org.accordledger.core.cases.CaseSamples.TWO;
import static org.accordledger.core.cases.CaseSamples.admit;
import static org.accordledger.core.cases.CaseSamples.adopt;
import static org.accordledger.core.cases.CaseSamples.noViolation;
import static org.accordledger.core.cases.CaseSamples.refer;
import static org.accordledger.core.cases.CaseSamples.respond;
import static org.accordledger.core.cases.CaseSamples.seat;
import static org.accordledger.core.cases.CaseSamples.submit;
import static org.accordledger.core.cases.CaseSamples.vote;
import static org.accordledger.core.cases.CaseScenario.under;
import static org.accordledger.core.cases.ProcedureSamples.askParticulars;
import static org.accordledger.core.cases.ProcedureSamples.extend;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.accord.AccordCommand.AdoptRules;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.BasketClocks;
import org.accordledger.core.accord.BasketCode;
import org.accordledger.core.accord.Clause.EntryRule;
import org.accordledger.core.accord.Clause.EntryRule.Needs;
import org.accordledger.core.accord.Clause.Kind;
import org.junit.jupiter.api.Test;

/**
 * Two baskets with clocks of their own: the sample case, filed on 1 March 2020, under a clause that
 * lies in the one or in the other.
 */
class LaneTest {
  private static final BasketClocks QUICK = new BasketClocks(7, 3, 4, 5, 2);

  @Test
  void a_case_runs_by_the_clocks_of_its_clauses_basket() {
    CaseScenario slow = under(in(MEDIA, QUICK, CYBER)).and(submit(), admit());
    CaseScenario quick = under(in(CYBER, QUICK, CYBER)).and(submit(), admit());

    assertThat(dueBy(slow, Deadline.RESPONSE)).isEqualTo("2020-03-31");
    assertThat(dueBy(quick, Deadline.RESPONSE)).isEqualTo("2020-03-08");
    assertThat(dueBy(slow.and(askParticulars()), Deadline.PARTICULARS)).isEqualTo("2020-03-11");
    assertThat(dueBy(quick.and(askParticulars()), Deadline.PARTICULARS)).isEqualTo("2020-03-04");
  }

  @Test
  void every_later_clock_is_the_baskets_too() {
    CaseScenario answered = under(in(CYBER, QUICK, CYBER)).and(submit(), admit(), respond());
    assertThat(dueBy(answered, Deadline.REPLY)).isEqualTo("2020-03-05");

    answered
        .and(refer(), seat(ONE, TWO, THREE))
        .and(vote(ONE, noViolation()), vote(TWO, noViolation()), adopt(ONE));
    assertThat(dueBy(answered, Deadline.REVIEW_REQUEST)).isEqualTo("2020-03-06");

    CaseScenario notified = under(in(CYBER, QUICK, CYBER)).and(submit(), admit());
    notified.refuses(extend(Deadline.RESPONSE, 3), CaseRefusal.EXTENSION_TOO_LONG);
    notified.and(extend(Deadline.RESPONSE, 2));
  }

  @Test
  void what_a_basket_does_not_set_is_as_the_accord_has_it() {
    BasketClocks responseAlone = new BasketClocks(7, null, null, null, null);
    CaseScenario answered = under(in(CYBER, responseAlone, CYBER)).and(submit(), admit());
    assertThat(dueBy(answered, Deadline.RESPONSE)).isEqualTo("2020-03-08");

    answered.and(respond());

    assertThat(dueBy(answered, Deadline.REPLY)).isEqualTo("2020-03-21");
  }

  private static String dueBy(CaseScenario scenario, Deadline deadline) {
    Clock clock = scenario.state().clocks().of(deadline);
    assertThat(clock).as("clock of %s", deadline).isNotNull();
    LocalDate due = clock == null ? LocalDate.MIN : clock.dueBy();
    return due.toString();
  }

  /** Terms with the sample clause in a basket, and one basket with clocks of its own. */
  private static AccordTerms in(BasketCode basket, BasketClocks clocks, BasketCode own) {
    EntryRule all = new EntryRule(Needs.ALL_PARTIES, List.of());
    return CaseSamples.terms(
        draft(),
        offer(FIRST, true, effective(clause(QUIET, basket, Kind.PROHIBITION, all), "2015-01-01")),
        accept(FIRST, NORTH, QUIET),
        accept(FIRST, SOUTH, QUIET),
        new AdoptRules(ACCORD, 30, 3, 2, 10, 20, 40, 15, Map.of(own, clocks), registrar()));
  }
}
