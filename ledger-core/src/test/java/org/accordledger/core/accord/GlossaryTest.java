package org.accordledger.core.accord;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.EN;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.THIRD;
import static org.accordledger.core.accord.AccordSamples.actor;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.accord.AccordSamples.panelist;
import static org.accordledger.core.accord.AccordScenario.given;
import static org.accordledger.core.accord.ObservanceSamples.AGENCY;
import static org.accordledger.core.accord.ObservanceSamples.inForce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Role;
import org.accordledger.core.accord.ObservanceCommand.AgreeTerm;
import org.accordledger.core.accord.ObservanceCommand.DisputeTerm;
import org.accordledger.core.accord.ObservanceCommand.RecordInterpretation;
import org.accordledger.core.accord.ObservanceEvent.TermAgreed;
import org.junit.jupiter.api.Test;

/** Each term in each language has its own versions, and its own newest interpretation. */
class GlossaryTest {
  private static final TermCode STATE = new TermCode("state");
  private static final LanguageTag FR = new LanguageTag("fr");

  @Test
  void a_term_is_read_in_a_language_that_the_accord_speaks() {
    AccordScenario english = inForce().when(panelist("ann", THIRD)).when(agree(AGENCY, EN, "a"));

    for (AccordCommand french :
        List.of(
            agree(AGENCY, FR, "un organe"),
            new DisputeTerm(ACCORD, SOUTH, AGENCY, FR, 1, "un organe", by(delegate(SOUTH))),
            interpret(AGENCY, FR, "un organe"))) {
      english.refuses(french, AccordRefusal.LANGUAGE_NOT_DECLARED);
    }
  }

  @Test
  void versions_are_counted_by_term_and_language() {
    AccordScenario scenario = bilingual().when(agree(AGENCY, EN, "a body"));

    for (AccordCommand other : List.of(agree(STATE, EN, "a country"), agree(AGENCY, FR, "un"))) {
      assertThat(scenario.when(other).decided())
          .singleElement()
          .isInstanceOfSatisfying(TermAgreed.class, e -> assertThat(e.version()).isEqualTo(1));
    }
    assertThat(scenario.when(agree(AGENCY, EN, "a paid body")).decided())
        .singleElement()
        .isInstanceOfSatisfying(TermAgreed.class, e -> assertThat(e.version()).isEqualTo(2));
    scenario.refuses(
        new DisputeTerm(ACCORD, SOUTH, STATE, EN, 2, "a people", by(delegate(SOUTH))),
        ObservanceRefusal.UNKNOWN_TERM);
  }

  @Test
  void the_newest_interpretation_of_this_term_in_this_language_is_not_repeated() {
    AccordScenario scenario =
        bilingual()
            .when(interpret(AGENCY, EN, "a body"))
            .when(interpret(STATE, EN, "a country"))
            .when(interpret(AGENCY, FR, "un organe"));

    scenario.refuses(
        interpret(AGENCY, EN, "a body"), ObservanceRefusal.INTERPRETATION_ALREADY_RECORDED);
  }

  @Test
  void interpretations_follow_each_other_and_an_earlier_one_can_be_taken_up_again() {
    AccordScenario scenario =
        bilingual()
            .when(interpret(AGENCY, EN, "a body"))
            .when(interpret(AGENCY, EN, "a paid body"))
            .when(interpret(AGENCY, EN, "a body"));

    assertThat(scenario.accord().observance().glossary().interpretations())
        .extracting(Glossary.Interpretation::number, Glossary.Interpretation::text)
        .containsExactly(tuple(1, "a body"), tuple(2, "a paid body"), tuple(3, "a body"));
  }

  private static AccordScenario bilingual() {
    return given(DraftSample.valid().speaking(EN, FR).command(), panelist("ann", THIRD));
  }

  private static AgreeTerm agree(TermCode term, LanguageTag language, String reading) {
    return new AgreeTerm(ACCORD, NORTH, term, language, reading, by(delegate(NORTH)));
  }

  private static RecordInterpretation interpret(
      TermCode term, LanguageTag language, String reading) {
    return new RecordInterpretation(
        ACCORD, term, language, reading, by(actor("ann", Role.ADJUDICATOR, null)));
  }
}
