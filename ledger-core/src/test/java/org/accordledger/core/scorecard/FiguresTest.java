package org.accordledger.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.accordledger.core.random.Seeds;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void a_contribution_replaced_by_another_leaves_nothing_of_itself() {
    long seed = Seeds.next();
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 100; round++) {
      Contribution last = some(random);
      Figures stepwise = new Figures();
      Contribution before = Contribution.NONE;
      for (Contribution after : List.of(some(random), some(random), last)) {
        stepwise.replace(before, after);
        before = after;
      }
      Figures atOnce = new Figures();
      atOnce.replace(Contribution.NONE, last);
      assertThat(stepwise).as(Seeds.again(seed)).isEqualTo(atOnce);
      stepwise.replace(last, Contribution.NONE);
      assertThat(stepwise).as(Seeds.again(seed)).isEqualTo(new Figures());
    }
  }

  @Test
  void figures_add_up() {
    Contribution one = new Contribution(Counter.ALLEGED.bit() | Counter.ANSWERED.bit(), 3, -1);
    Contribution other = new Contribution(Counter.ALLEGED.bit(), -1, 40);
    Figures together = new Figures();
    together.replace(Contribution.NONE, one);
    together.replace(Contribution.NONE, other);
    Figures sum = new Figures();
    for (Contribution contribution : List.of(one, other)) {
      Figures alone = new Figures();
      alone.replace(Contribution.NONE, contribution);
      sum.add(alone);
    }
    assertThat(sum).isEqualTo(together);
    assertThat(sum.count(Counter.ALLEGED)).isEqualTo(2);
    assertThat(sum.daysToRespond().median()).isEqualTo(3);
    assertThat(sum.daysToDecide().median()).isEqualTo(40);
  }

  @Test
  void figures_differ_that_differ_in_one_count_or_one_duration() {
    long alleged = Counter.ALLEGED.bit();
    Figures one = figures(new Contribution(alleged, 3, 40));

    assertThat(one).isEqualTo(figures(new Contribution(alleged, 3, 40)));
    for (Contribution other :
        List.of(
            new Contribution(alleged | Counter.ANSWERED.bit(), 3, 40),
            new Contribution(alleged, 4, 40),
            new Contribution(alleged, 3, 41))) {
      assertThat(one).isNotEqualTo(figures(other));
    }
  }

  @Test
  void figures_are_written_without_what_did_not_happen() {
    assertThat(figures(new Contribution(Counter.ALLEGED.bit(), 3, -1)))
        .hasToString("{ALLEGED=1}, days to respond {3=1}, to decide {}");
  }

  private static Figures figures(Contribution contribution) {
    Figures figures = new Figures();
    figures.replace(Contribution.NONE, contribution);
    return figures;
  }

  private static Contribution some(SplittableRandom random) {
    long bits = 0;
    for (Counter counter : Counter.values()) {
      bits |= random.nextBoolean() ? counter.bit() : 0;
    }
    return new Contribution(bits, random.nextInt(-1, 5), random.nextInt(-1, 5));
  }
}
