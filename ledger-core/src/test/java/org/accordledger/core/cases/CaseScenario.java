package org.accordledger.core.cases;

import static org.accordledger.core.cases.CaseSamples.MONITOR;
import static org.accordledger.core.cases.CaseSamples.ONE;
import static org.accordledger.core.cases.CaseSamples.THREE;
import static org.accordledger.core.cases.CaseSamples.TWO;
import static org.accordledger.core.cases.CaseSamples.admit;
import static org.accordledger.core.cases.CaseSamples.adopt;
import static org.accordledger.core.cases.CaseSamples.refer;
import static org.accordledger.core.cases.CaseSamples.respond;
import static org.accordledger.core.cases.CaseSamples.review;
import static org.accordledger.core.cases.CaseSamples.seat;
import static org.accordledger.core.cases.CaseSamples.submit;
import static org.accordledger.core.cases.CaseSamples.vote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.accordledger.core.RefusalCode;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.AccordTerms;
import org.jspecify.annotations.Nullable;

/** given(commands).when(command).then(events | refusal), on the decisions alone. */
final class CaseScenario {
  private final AccordTerms terms;
  private @Nullable Case state;
  private List<CaseEvent> decided = List.of();

  private CaseScenario(AccordTerms terms) {
    this.terms = terms;
  }

  static CaseScenario under(AccordTerms terms) {
    return new CaseScenario(terms);
  }

  /** What was decided before under the sample terms; each command must succeed. */
  static CaseScenario given(CaseCommand... commands) {
    return under(CaseSamples.terms()).and(commands);
  }

  /** The sample case, answered and referred. */
  static CaseScenario referred() {
    return given(submit(), admit(), respond(), refer());
  }

  /** The sample case before a panel of one, two and three. */
  static CaseScenario seated() {
    return referred().and(seat(ONE, TWO, THREE));
  }

  /** The sample case decided by three like votes; one adopts. */
  static CaseScenario decided(Opinion opinion) {
    return seated().and(vote(ONE, opinion), vote(TWO, opinion), vote(THREE, opinion), adopt(ONE));
  }

  /** The sample case decided by three like votes, and reviewed by three others that are alike. */
  static CaseScenario reviewed(Opinion first, Opinion second) {
    return decided(first)
        .and(review(MONITOR), vote(ONE, second), vote(TWO, second), vote(THREE, second));
  }

  CaseScenario and(CaseCommand... commands) {
    for (CaseCommand command : commands) {
      when(command);
    }
    return this;
  }

  CaseScenario when(CaseCommand command) {
    decided = CaseDecisions.decide(state, command, terms, CaseSamples.other(command));
    for (CaseEvent event : decided) {
      state = Case.evolve(state, event);
    }
    return this;
  }

  /** Asserts that the command is refused when the case it names is this one, or is not there. */
  void refuses(CaseCommand command, @Nullable OtherCase other, RefusalCode code) {
    assertThatThrownBy(() -> CaseDecisions.decide(state, command, terms, other))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
  }

  /** Asserts that the command is refused with this code, in words that name a remedy or a fact. */
  void refuses(CaseCommand command, RefusalCode code) {
    Case before = state;
    assertThatThrownBy(
            () -> CaseDecisions.decide(before, command, terms, CaseSamples.other(command)))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code))
        .message()
        .startsWith(code.code() + ": ")
        .hasSizeGreaterThan(code.code().length() + 10);
  }

  List<CaseEvent> events() {
    return decided;
  }

  Case state() {
    Case now = state;
    if (now == null) {
      throw new IllegalStateException("nothing was submitted");
    }
    return now;
  }
}
