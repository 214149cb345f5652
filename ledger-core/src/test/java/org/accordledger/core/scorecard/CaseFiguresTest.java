package org.accordledger.core.scorecard;

import static org.accordledger.core.scorecard.LedgerScript.ALBA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.accordledger.core.Filing;
import org.accordledger.core.Occurred;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.Ground;
import org.accordledger.core.cases.Outcome;
import org.accordledger.core.cases.Stage;
import org.accordledger.core.random.RandomRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens in a case beside its main line moves no figure of it. */
class CaseFiguresTest {
  private static final LocalDate DAY = LocalDate.parse("2016-03-15");

  static Stream<Class<? extends CaseEvent>> kindsBesideTheMainLine() {
    return Stream.of(
        CaseEvent.EmbargoWindowDetermined.class,
        CaseEvent.SettlementProposed.class,
        CaseEvent.TextsCited.class,
        CaseEvent.CaseClosed.class,
        CaseEvent.CaseSuspended.class,
        CaseEvent.DeadlineSet.class,
        CaseEvent.DeadlinePassed.class,
        CaseEvent.ExtensionGranted.class,
        CaseEvent.ParticularsRequested.class,
        CaseEvent.ParticularsGiven.class,
        CaseEvent.ReplyFiled.class,
        CaseEvent.MemberRecused.class,
        CaseEvent.MemberReplaced.class,
        CaseEvent.ExhibitsAdmitted.class,
        CaseEvent.ReactionLinked.class,
        CaseEvent.DenialCorroborated.class);
  }

  @ParameterizedTest
  @MethodSource("kindsBesideTheMainLine")
  void an_event_beside_the_main_line_leaves_the_figures_of_its_case(
      Class<? extends CaseEvent> kind) {
    RandomRecords random = RandomRecords.readable(new SplittableRandom(17));
    CaseFigures alleged = CaseFigures.evolve(null, random.of(CaseEvent.AllegationSubmitted.class));

    assertThat(CaseFigures.evolve(alleged, random.of(kind))).isEqualTo(alleged);
  }

  @Test
  void a_case_goes_on_in_the_stage_it_is_resumed_in() {
    Cell cell =
        LedgerScript.inForce()
            .alleged(ALBA, Occurred.on(DAY))
            .notified()
            .then(new CaseEvent.CaseSuspended(Map.of(), filed()))
            .then(new CaseEvent.CaseResumed(Stage.NOTIFIED, filed()))
            .alba();

    assertThat(cell.count(Counter.AWAITING_RESPONSE)).isEqualTo(1);
  }

  @Test
  void new_evidence_puts_a_finding_under_review_and_takes_back_a_ruling_of_inadmissibility() {
    Cell found =
        LedgerScript.inForce()
            .decided(DAY, Outcome.NO_VIOLATION, null)
            .then(new CaseEvent.CaseClosed(filed()))
            .then(reopened(Stage.DECIDED))
            .alba();
    assertThat(found.count(Counter.UNDER_REVIEW)).isEqualTo(1);
    assertThat(found.count(Counter.FINDING_NO_VIOLATION)).isEqualTo(1);

    Cell admitted =
        LedgerScript.inForce()
            .alleged(ALBA, Occurred.on(DAY))
            .then(
                new CaseEvent.CaseDeclaredInadmissible(
                    Ground.OUT_OF_SCOPE, "rule", "text", Map.of(), filed()))
            .then(new CaseEvent.CaseClosed(filed()))
            .then(reopened(Stage.SUBMITTED))
            .alba();
    assertThat(admitted.count(Counter.AWAITING_ADMISSION)).isEqualTo(1);
    assertThat(admitted.count(Counter.INADMISSIBLE)).isZero();
    assertThat(admitted.count(Counter.INADMISSIBLE_OUT_OF_SCOPE)).isZero();
  }

  private static CaseEvent reopened(Stage stage) {
    return new CaseEvent.CaseReopened(stage, List.of(), Map.of(), filed());
  }

  private static Filing filed() {
    return LedgerScript.drafted().filed();
  }
}
