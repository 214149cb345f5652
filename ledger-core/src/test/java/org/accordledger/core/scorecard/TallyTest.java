package org.accordledger.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.random.RandomCommands;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports over any log agree with the scorecard of the same log. */
class TallyTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void what_each_case_has_one_value_of_adds_up_to_the_scorecard(long seed) {
    List<Recorded<LedgerEvent>> log = RandomCommands.log(seed, 600);
    for (Tally.By by : List.of(Tally.By.CLAUSE, Tally.By.RESPONDENT, Tally.By.SEVERITY)) {
      List<Tally.Line> lines = tally(log, by);
      for (Counter counter : Counter.values()) {
        assertThat(lines.stream().mapToLong(line -> line.counts().getOrDefault(counter, 0L)).sum())
            .as("%s by %s", counter, by)
            .isEqualTo(total(log, counter));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void the_lines_of_severities_are_the_counters_of_severities(long seed) {
    List<Recorded<LedgerEvent>> log = RandomCommands.log(seed, 600);

    List<Tally.Line> lines = tally(log, Tally.By.SEVERITY);

    assertThat(lines).isNotEmpty();
    for (Tally.Line line : lines) {
      long violations = line.counts().getOrDefault(Counter.FINDING_VIOLATION, 0L);
      assertThat(line.counts()).containsEntry(Counter.ALLEGED, (long) line.cases().size());
      if (line.value() == null) {
        assertThat(violations).isZero();
      } else {
        assertThat(violations).isEqualTo(line.cases().size());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void conduct_is_uncovered_as_long_as_its_case_stands_out_of_scope(long seed) {
    List<Recorded<LedgerEvent>> log = RandomCommands.log(seed, 900);
    UncoveredConduct conduct = new UncoveredConduct(Period.ALL);
    for (Recorded<LedgerEvent> recorded : log) {
      if (recorded.event() instanceof CaseEvent event) {
        conduct.apply(
            new Recorded<>(
                recorded.position(),
                recorded.recordedAt(),
                recorded.streamId(),
                recorded.streamVersion(),
                event));
      }
    }

    assertThat(conduct.items()).hasSize((int) total(log, Counter.INADMISSIBLE_OUT_OF_SCOPE));
    assertThat(conduct.items())
        .allSatisfy(item -> assertThat(item.position()).isBetween(0L, (long) log.size()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_difference_leads_from_the_earlier_scorecard_to_the_later_one(long seed) {
    List<Recorded<LedgerEvent>> log = RandomCommands.log(seed, 600);
    Scorecard before = scorecard(log.subList(0, log.size() / 2));
    Scorecard after = scorecard(log);

    List<ScorecardDifference.Change> changes = ScorecardDifference.between(before, after).cells();

    assertThat(changes).isNotEmpty();
    for (Cell cell : after.cells()) {
      Optional<Cell> earlier =
          before.cells().stream().filter(one -> one.key().equals(cell.key())).findFirst();
      Optional<ScorecardDifference.Change> change =
          changes.stream().filter(one -> one.key().equals(cell.key())).findFirst();
      for (Counter counter : Counter.values()) {
        long was = earlier.map(one -> one.count(counter)).orElse(0L);
        long by = change.map(one -> one.counts().getOrDefault(counter, 0L)).orElse(0L);
        assertThat(was + by).isEqualTo(cell.count(counter));
      }
      Grade grade =
          change.map(ScorecardDifference.Change::gradeAfter).orElseGet(() -> grade(earlier));
      assertThat(grade).isEqualTo(cell.grade());
    }
    assertThat(ScorecardDifference.between(after, after).cells()).isEmpty();
  }

  private static Grade grade(Optional<Cell> cell) {
    return cell.orElseThrow(() -> new AssertionError("a new cell is a change")).grade();
  }

  private static Scorecard scorecard(List<Recorded<LedgerEvent>> log) {
    ScorecardFold fold = new ScorecardFold();
    log.forEach(fold::apply);
    return fold.scorecard(Period.ALL, null);
  }

  private static List<Tally.Line> tally(List<Recorded<LedgerEvent>> log, Tally.By by) {
    Tally tally = new Tally(by, Period.ALL, (_, _) -> Optional.empty());
    for (Recorded<LedgerEvent> recorded : log) {
      if (recorded.event() instanceof CaseEvent event) {
        tally.apply(recorded.streamId(), event);
      }
    }
    return tally.lines();
  }

  private static long total(List<Recorded<LedgerEvent>> log, Counter counter) {
    ScorecardFold fold = new ScorecardFold();
    log.forEach(fold::apply);
    return fold.months().stream().mapToLong(month -> month.figures().count(counter)).sum();
  }
}
