package org.accordledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommandsVerdictTest {
  private static final Measured REFERENCE = measured(64, keptUp(500), keptUp(510), keptUp(490));

  @Test
  void a_rate_the_projections_keep_up_with_is_held_to_the_targets() {
    assertThat(verdict(measured(64, keptUp(4100), keptUp(4000), keptUp(3000))))
        .containsExactly(
            "commands-lag: ours=200 ms, 0.1 s behind target=1000 ms, 2.0 s behind met",
            "commands-absolute: ours=4000/s target=3000/s met",
            "commands: ours=4000/s reference=500/s ratio=8.0 target=8x met");
    assertThat(verdict(measured(64, keptUp(2999))))
        .containsExactly(
            "commands-lag: ours=200 ms, 0.1 s behind target=1000 ms, 2.0 s behind met",
            "commands-absolute: ours=2999/s target=3000/s missed",
            "commands: ours=2999/s reference=500/s ratio=6.0 target=8x missed");
  }

  @Test
  void a_rate_the_projections_do_not_keep_up_with_in_every_round_meets_no_target() {
    Round levelLate = new Round(9000, 12_000, 100, Duration.ofMillis(1001));
    Round farBehind = new Round(9000, 12_000, 24_001, Duration.ofMillis(900));
    for (Round round : List.of(levelLate, farBehind)) {
      assertThat(verdict(measured(64, keptUp(9000), round, keptUp(9000))))
          .allMatch(line -> line.endsWith(" missed: the projections fell behind"));
    }
  }

  @Test
  void the_ledger_is_judged_by_its_best_number_at_which_the_projections_keep_up() {
    Measured fastest =
        measured(1024, new Round(9000, 12_000, 50_000, Duration.ofSeconds(4)), keptUp(9000));

    assertThat(verdict(measured(64, keptUp(4000)), fastest, measured(256, keptUp(5000))))
        .contains("commands-absolute: ours=5000/s target=3000/s met");
  }

  private static List<String> verdict(Measured... ours) {
    return CommandsVerdict.of(List.of(ours), List.of(REFERENCE)).lines();
  }

  private static Measured measured(int inFlight, Round... rounds) {
    return new Measured(inFlight, Stream.of(rounds).toList());
  }

  private static Round keptUp(double rate) {
    return new Round(rate, 10_000, 1_000, Duration.ofMillis(200));
  }
}
