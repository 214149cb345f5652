package org.accordledger.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InOrderTest {
  @Test
  void what_is_done_early_waits_for_what_was_begun_before_it() {
    List<Integer> effects = new ArrayList<>();
    InOrder order = new InOrder();

    order.done(2, () -> effects.add(2));
    order.done(1, () -> effects.add(1));
    assertThat(effects).isEmpty();
    order.done(0, () -> effects.add(0));
    order.done(3, () -> effects.add(3));

    assertThat(effects).containsExactly(0, 1, 2, 3);
  }
}
