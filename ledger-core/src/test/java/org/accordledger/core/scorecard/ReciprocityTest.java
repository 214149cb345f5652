package org.accordledger.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.random.RandomCommands;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was filed and upheld between two bodies, over any log. */
class ReciprocityTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void every_case_stands_in_one_place_of_one_line_and_findings_agree_with_the_scorecard(long seed) {
    List<Recorded<LedgerEvent>> log = RandomCommands.log(seed, 600);
    Reciprocity reciprocity = new Reciprocity(Period.ALL);
    ScorecardFold fold = new ScorecardFold();
    Map<String, Long> filed = new HashMap<>();
    for (Recorded<LedgerEvent> recorded : log) {
      fold.apply(recorded);
      if (recorded.event() instanceof CaseEvent event) {
        reciprocity.apply(recorded.streamId(), event);
      }
      if (recorded.event() instanceof AllegationSubmitted e) {
        filed.merge(
            e.allegation().complainant() + ">" + e.allegation().respondent(), 1L, Long::sum);
      }
    }

    List<Reciprocity.Line> lines = reciprocity.lines();
    assertThat(lines)
        .isNotEmpty()
        .allSatisfy(
            line -> {
              assertThat(line.filed())
                  .isEqualTo(filed.get(line.complainant() + ">" + line.respondent()));
              assertThat(
                      line.inadmissible()
                          + line.withdrawn()
                          + line.settled()
                          + line.upheld()
                          + line.notUpheld()
                          + line.open())
                  .isEqualTo(line.filed());
              assertThat(line.open()).isNotNegative();
            });
    long violations =
        fold.months().stream()
            .mapToLong(month -> month.figures().count(Counter.FINDING_VIOLATION))
            .sum();
    assertThat(lines.stream().mapToLong(Reciprocity.Line::upheld).sum()).isEqualTo(violations);
  }
}
