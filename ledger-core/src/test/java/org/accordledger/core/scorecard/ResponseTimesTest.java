package org.accordledger.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.random.RandomCommands;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long answers took, over any log. */
class ResponseTimesTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void every_case_is_in_one_line_and_the_answered_ones_are_those_of_the_scorecard(long seed) {
    List<Recorded<LedgerEvent>> log = RandomCommands.log(seed, 900);
    ScorecardFold fold = new ScorecardFold();
    ResponseTimes times = new ResponseTimes(Period.ALL);
    for (Recorded<LedgerEvent> recorded : log) {
      fold.apply(recorded);
      if (recorded.event() instanceof CaseEvent event) {
        times.apply(
            new Recorded<>(
                recorded.position(),
                recorded.recordedAt(),
                recorded.streamId(),
                recorded.streamVersion(),
                event));
      }
    }

    List<ResponseTimes.Item> items = times.items();
    assertThat(items).hasSize(Math.toIntExact(total(fold, Counter.ALLEGED)));
    assertThat(items.stream().filter(one -> one.state() == ResponseTimes.State.ANSWERED))
        .isNotEmpty()
        .hasSize(Math.toIntExact(total(fold, Counter.ANSWERED)))
        .allSatisfy(
            one -> {
              assertThat(one.daysFromAllegation())
                  .isEqualTo(
                      Math.toIntExact(
                          ChronoUnit.DAYS.between(
                              one.alleged(), Objects.requireNonNull(one.responded()))));
              assertThat(one.daysFromNotification())
                  .isNotNull()
                  .isLessThanOrEqualTo(one.daysFromAllegation());
            });
    List<ResponseTimes.Line> lines = ResponseTimes.lines(items);
    assertThat(lines.stream().mapToLong(ResponseTimes.Line::cases).sum()).isEqualTo(items.size());
    assertThat(lines)
        .allSatisfy(
            line -> assertThat(line.answered() + line.without()).isLessThanOrEqualTo(line.cases()));
  }

  private static long total(ScorecardFold fold, Counter counter) {
    return fold.months().stream().mapToLong(month -> month.figures().count(counter)).sum();
  }
}
