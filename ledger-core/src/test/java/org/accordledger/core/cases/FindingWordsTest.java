package org.accordledger.core.cases;

import static org.accordledger.core.accord.AccordSamples.clause;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.accordledger.core.accord.Basket.Bindingness;
import org.accordledger.core.accord.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingWordsTest {
  @Test
  void who_departs_from_a_political_commitment_breaks_no_law() {
    assertThat(FindingWords.of(Outcome.VIOLATION, Bindingness.POLITICAL))
        .isEqualTo("departure from a commitment");
    assertThat(FindingWords.of(Outcome.VIOLATION, Bindingness.LEGAL))
        .isEqualTo("breach of the clause");
  }

  @ParameterizedTest
  @EnumSource
  void no_political_commitment_is_said_to_be_broken(Outcome outcome) {
    assertThat(FindingWords.of(outcome, Bindingness.POLITICAL))
        .isNotBlank()
        .doesNotContain("breach", "violation");
  }

  @Test
  void what_a_clause_protects_stays_protected_where_direction_by_the_party_is_not_found() {
    Clause press = protecting("reporting by a free press");

    assertThat(FindingWords.leftProtected(Outcome.NOT_ATTRIBUTABLE, press))
        .containsExactly("reporting by a free press");
    assertThat(FindingWords.leftProtected(Outcome.VIOLATION, press)).isEmpty();
    assertThat(FindingWords.leftProtected(Outcome.NO_VIOLATION, press)).isEmpty();
    assertThat(FindingWords.leftProtected(Outcome.NOT_DETERMINABLE, press)).isEmpty();
    assertThat(FindingWords.leftProtected(Outcome.NOT_ATTRIBUTABLE, clause())).isEmpty();
  }

  private static Clause protecting(String conduct) {
    Clause c = clause();
    return new Clause(
        c.code(),
        c.basket(),
        c.kind(),
        c.text(),
        c.actor(),
        c.acts(),
        c.target(),
        c.timeRule(),
        c.exclusions(),
        List.of(conduct),
        c.evidenceStandard(),
        c.elements(),
        c.reiterates(),
        c.verifiability(),
        c.boundParties(),
        c.entry(),
        c.effectiveFrom());
  }
}
