package org.accordledger.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.RefusalCode;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.cases.Case;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.Stage;
import org.accordledger.core.scorecard.Grade;
import org.accordledger.core.scorecard.Period;
import org.accordledger.core.scorecard.ScorecardFold;
import org.junit.jupiter.api.Test;

class RandomCommandsTest {
  @Test
  void the_same_seed_gives_the_same_sequence() {
    assertThat(RandomCommands.sequence(7, 300)).isEqualTo(RandomCommands.sequence(7, 300));
    assertThat(RandomCommands.sequence(8, 300)).isNotEqualTo(RandomCommands.sequence(7, 300));
  }

  @Test
  void sequences_reach_every_event_every_stage_every_grade_and_many_refusals() {
    Set<Class<?>> events = new HashSet<>();
    Set<Stage> stages = EnumSet.noneOf(Stage.class);
    Set<RefusalCode> refusals = new HashSet<>();
    Set<Grade> grades = EnumSet.noneOf(Grade.class);
    for (long seed = 1; seed <= 60; seed++) {
      MemoryLedger ledger = MemoryLedger.of(RandomCommands.sequence(seed, 500));
      Map<String, Case> cases = new HashMap<>();
      for (Recorded<LedgerEvent> recorded : ledger.log()) {
        events.add(recorded.event().getClass());
        if (recorded.event() instanceof CaseEvent event) {
          Case after = Case.evolve(cases.get(recorded.streamId()), event);
          cases.put(recorded.streamId(), after);
          stages.add(after.stage());
        }
      }
      refusals.addAll(ledger.refusals().keySet());
      ScorecardFold fold = new ScorecardFold();
      for (Recorded<LedgerEvent> recorded : ledger.log()) {
        fold.apply(recorded);
        // early on cells have one finding, later many
        if (recorded.position() % 25 == 0) {
          fold.scorecard(Period.ALL, null).cells().forEach(cell -> grades.add(cell.grade()));
        }
      }
    }
    assertThat(events)
        .containsAll(SealedKinds.of(AccordEvent.class).toList())
        .containsAll(SealedKinds.of(CaseEvent.class).toList());
    assertThat(stages).contains(Stage.values());
    assertThat(grades).contains(Grade.values());
    assertThat(refusals).hasSizeGreaterThan(25);
  }

  @Test
  void positions_are_dense_and_recorded_time_never_decreases() {
    List<? extends Recorded<?>> log = RandomCommands.log(3, 400);
    assertThat(log).hasSizeGreaterThan(100);
    for (int i = 0; i < log.size(); i++) {
      assertThat(log.get(i).position()).isEqualTo(i);
      if (i > 0) {
        assertThat(log.get(i).recordedAt()).isAfterOrEqualTo(log.get(i - 1).recordedAt());
      }
    }
  }

  @Test
  void a_failing_sequence_shrinks_to_what_is_needed() {
    List<Integer> numbers = IntStream.range(0, 100).boxed().toList();
    assertThat(Shrinking.shrink(numbers, part -> part.contains(17) && part.contains(80)))
        .containsExactly(17, 80);
  }

  @Test
  void a_broken_property_is_told_with_its_seed_and_the_shortest_sequence() {
    assertThatThrownBy(
            () ->
                Shrinking.forAll(
                    50,
                    200,
                    commands ->
                        assertThat(MemoryLedger.of(commands).log())
                            .noneMatch(r -> r.event() instanceof CaseEvent.CaseAdmitted)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("-Dledger.seed=")
        .hasMessageContaining("AdmitCase");
  }
}
