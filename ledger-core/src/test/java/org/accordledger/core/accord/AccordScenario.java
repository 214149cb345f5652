package org.accordledger.core.accord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.accordledger.core.RefusalCode;
import org.accordledger.core.Refused;
import org.jspecify.annotations.Nullable;

/** given(commands or events).when(command).then(events | refusal), on the decisions alone. */
final class AccordScenario {
  private @Nullable Accord accord;
  private List<AccordEvent> decided = new ArrayList<>();

  /** What was decided before; each command must succeed. */
  static AccordScenario given(AccordCommand... commands) {
    AccordScenario scenario = new AccordScenario();
    for (AccordCommand command : commands) {
      scenario.when(command);
    }
    return scenario;
  }

  AccordScenario when(AccordCommand command) {
    decided = AccordDecisions.decide(accord, command);
    for (AccordEvent event : decided) {
      accord = Accord.evolve(accord, event);
    }
    return this;
  }

  /** Asserts that the command is refused with this code, in words that name a remedy or a fact. */
  void refuses(AccordCommand command, RefusalCode code) {
    Accord before = accord;
    assertThatThrownBy(() -> AccordDecisions.decide(before, command))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code))
        .message()
        .startsWith(code.code() + ": ")
        .hasSizeGreaterThan(code.code().length() + 10);
    assertThat(accord).isSameAs(before);
  }

  List<AccordEvent> decided() {
    return decided;
  }

  Accord accord() {
    Accord state = accord;
    if (state == null) {
      throw new IllegalStateException("nothing was drafted");
    }
    return state;
  }
}
