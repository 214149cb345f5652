package org.accordledger.core.accord;

import static org.accordledger.core.accord.AccordSamples.clause;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.accordledger.core.accord.Clause.EntryRule;
import org.accordledger.core.accord.Clause.EntryRule.Needs;
import org.accordledger.core.accord.ClauseCheck.Missing;
import org.junit.jupiter.api.Test;

class ClauseCheckTest {
  @Test
  void a_clause_that_says_everything_lacks_nothing() {
    assertThat(ClauseCheck.missingIn(clause())).isEmpty();
  }

  @Test
  void a_vague_clause_lacks_everything_and_is_told_so_in_order() {
    Clause vague =
        new Clause(
            AccordSamples.QUIET,
            AccordSamples.MEDIA,
            Clause.Kind.OBLIGATION,
            Map.of(AccordSamples.EN, "The parties shall respect each other."),
            null,
            List.of(),
            " ",
            null,
            "",
            List.of(),
            null,
            List.of(),
            List.of(),
            Clause.Verifiability.D,
            List.of(),
            new EntryRule(Needs.ALL_PARTIES, List.of()),
            null);

    assertThat(ClauseCheck.missingIn(vague)).containsExactly(Missing.values());
  }

  @Test
  void a_clause_without_elements_lacks_just_that() {
    assertThat(ClauseCheck.missingIn(AccordSamples.untestable(clause())))
        .containsExactly(Missing.ELEMENT);
  }
}
