package org.accordledger.core.cases;

import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.cases.CaseSamples.CASE;
import static org.accordledger.core.cases.CaseSamples.ONE;
import static org.accordledger.core.cases.CaseSamples.REGISTRAR;
import static org.accordledger.core.cases.CaseSamples.THREE;
import static org.accordledger.core.cases.CaseSamples.admit;
import static org.accordledger.core.cases.CaseSamples.filedBy;
import static org.accordledger.core.cases.CaseSamples.submit;
import static org.accordledger.core.cases.CaseScenario.decided;
import static org.accordledger.core.cases.CaseScenario.given;
import static org.accordledger.core.cases.CaseScenario.seated;
import static org.accordledger.core.cases.ProcedureSamples.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.accordledger.core.Actor;
import org.accordledger.core.FilingRefusal;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.Marking;
import org.accordledger.core.Occurred;
import org.accordledger.core.accord.AccordSamples;
import org.accordledger.core.cases.CaseCommand.AssessClaim;
import org.accordledger.core.cases.CaseEvent.ClaimAssessed;
import org.accordledger.core.evidence.Claim;
import org.accordledger.core.evidence.ClaimStatus;
import org.accordledger.core.evidence.Exhibit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that exhibits quote, and how they stand. */
class ClaimsTest {
  /** An id that tells nothing, as one has that is marked closer than its case. */
  private static final String SECRET = "0b0cbb4a-9a4e-4f4e-8d3e-2f1d5c6b7a80";

  @Test
  void a_number_is_unverified_until_somebody_who_judges_says_otherwise() {
    CaseScenario scenario = given(claiming());
    assertThat(standing(scenario)).isEqualTo(new Evidence.Standing(ClaimStatus.UNVERIFIED, null));

    scenario.when(assess(REGISTRAR, ClaimStatus.CORROBORATED, "report"));
    assertThat(standing(scenario))
        .isEqualTo(new Evidence.Standing(ClaimStatus.CORROBORATED, "report"));

    scenario.and(assess(REGISTRAR, ClaimStatus.WITHDRAWN, null));
    scenario.and(assess(REGISTRAR, ClaimStatus.UNVERIFIED, null));
    assertThat(standing(scenario).status()).isEqualTo(ClaimStatus.UNVERIFIED);
  }

  @Test
  void a_member_of_the_panel_assesses_and_nobody_else_who_adjudicates() {
    given(claiming(), admit())
        .refuses(assess(ONE, ClaimStatus.CONTRADICTED, "report"), CaseRefusal.PANEL_NOT_SEATED);
    CaseScenario seated = given(claiming(), admit(), CaseSamples.respond(), CaseSamples.refer());
    seated.and(CaseSamples.seat(ONE, CaseSamples.TWO, THREE));

    seated.and(assess(ONE, ClaimStatus.CONTRADICTED, "report"));

    seated.refuses(
        assess(CaseSamples.adjudicator("four"), ClaimStatus.WITHDRAWN, null),
        CaseRefusal.NOT_A_MEMBER);
  }

  @Test
  void neither_side_says_how_its_own_claim_stands() {
    given(claiming())
        .refuses(assess(CaseSamples.MONITOR, ClaimStatus.WITHDRAWN, null), CaseRefusal.OWN_CASE);
    given(claiming())
        .refuses(assess(delegate(NORTH), ClaimStatus.WITHDRAWN, null), CaseRefusal.OWN_CASE);
  }

  @Test
  void a_claim_bears_out_no_claim_by_itself_and_an_exhibit_of_another_case_none() {
    given(claiming())
        .refuses(
            assess(REGISTRAR, ClaimStatus.CORROBORATED, "speech"),
            CaseRefusal.CLAIM_WITHOUT_EVIDENCE);
    given(claiming())
        .refuses(
            assess(REGISTRAR, ClaimStatus.WITHDRAWN, "elsewhere"), CaseRefusal.UNKNOWN_EXHIBIT);
  }

  @Test
  void another_exhibit_for_the_same_is_said_again_and_the_same_is_not() {
    CaseScenario scenario =
        given(claiming()).and(assess(REGISTRAR, ClaimStatus.CONTRADICTED, "report"));
    scenario.refuses(
        assess(REGISTRAR, ClaimStatus.CONTRADICTED, "report"), CaseRefusal.CLAIM_STANDS_SO);

    scenario.and(assess(REGISTRAR, ClaimStatus.CONTRADICTED, SECRET));
  }

  @Test
  void an_assessment_is_marked_as_the_closer_one_of_its_exhibits() {
    CaseScenario open = given(claiming()).when(assess(REGISTRAR, ClaimStatus.WITHDRAWN, null));
    CaseScenario close =
        given(claiming()).when(assess(REGISTRAR, ClaimStatus.CORROBORATED, SECRET));

    assertThat(((ClaimAssessed) open.events().getFirst()).marking()).isEqualTo(Marking.CLEAR);
    assertThat(((ClaimAssessed) close.events().getFirst()).marking()).isEqualTo(Marking.RED);
  }

  @Test
  void a_claim_moves_neither_the_stage_nor_a_clock_nor_a_finding() {
    CaseScenario scenario = given(claiming(), admit());
    Case before = scenario.state();

    Case after = scenario.when(assess(REGISTRAR, ClaimStatus.CONTRADICTED, "report")).state();

    assertThat(after.stage()).isEqualTo(before.stage());
    assertThat(after.clocks()).isEqualTo(before.clocks());
    assertThat(after.progress().ruling()).isEqualTo(before.progress().ruling());
  }

  @Test
  void it_takes_a_reason_and_a_claim() {
    given(claiming())
        .refuses(
            new AssessClaim(
                CASE, "speech", ClaimStatus.WITHDRAWN, null, Map.of(), filedBy(REGISTRAR)),
            FilingRefusal.REASON_MISSING);
    decided(CaseSamples.noViolation())
        .refuses(assess(REGISTRAR, ClaimStatus.WITHDRAWN, null), CaseRefusal.UNKNOWN_CLAIM);
    seated().refuses(assess(REGISTRAR, ClaimStatus.WITHDRAWN, null), CaseRefusal.UNKNOWN_CLAIM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "85 times", "1e9", "1,000", "007", "+5", ".5", "5."})
  void a_number_is_written_in_one_way(String number) {
    assertThatThrownBy(() -> new Claim(null, number, "times"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("must match");
  }

  @Test
  void the_words_of_a_claim_are_bounded_when_they_are_filed() {
    Exhibit unitless = quoting("speech", Marking.CLEAR, new Claim(null, "85", " "));

    assertThatThrownBy(() -> given(alleging(unitless)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("claim");
  }

  private static Evidence.Standing standing(CaseScenario scenario) {
    return Objects.requireNonNull(
        scenario.state().progress().evidence().claims().get("speech"), "the claim");
  }

  static AssessClaim assess(Actor by, ClaimStatus status, @Nullable String evidence) {
    return new AssessClaim(CASE, "speech", status, evidence, TEXT, filedBy(by));
  }

  /** A speech that says 85 times, an open report and one that few may see. */
  static CaseCommand claiming() {
    return alleging(
        quoting("speech", Marking.CLEAR, new Claim("It happened 85 times.", "85", "times")),
        quoting("report", Marking.CLEAR, null),
        quoting(SECRET, Marking.RED, null),
        CaseSamples.exhibit("a1"));
  }

  private static CaseCommand alleging(Exhibit... exhibits) {
    return submit(
        CaseSamples.allegation(
            NORTH,
            AccordSamples.WATCH,
            Occurred.on(LocalDate.parse("2019-05-05")),
            null,
            List.of(exhibits)));
  }

  private static Exhibit quoting(String id, Marking marking, @Nullable Claim claim) {
    Exhibit.Kind kind = claim == null ? Exhibit.Kind.TECHNICAL_REPORT : Exhibit.Kind.CLAIM;
    return new Exhibit(
        id, kind, "A title", null, null, null, null, null, null, null, null, marking, Map.of(),
        List.of(), claim);
  }
}
