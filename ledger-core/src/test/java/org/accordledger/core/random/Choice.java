package org.accordledger.core.random;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Choosing from a random source. */
final class Choice {
  private final SplittableRandom random;

  Choice(SplittableRandom random) {
    this.random = random;
  }

  /** True this many times in a hundred. */
  boolean in100(int times) {
    return random.nextInt(100) < times;
  }

  /** From {@code from} up to and without {@code to}. */
  int between(int from, int to) {
    return random.nextInt(from, to);
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** As many of the choices, none twice, in random order. */
  <T> List<T> some(int howMany, List<T> choices) {
    List<T> left = new ArrayList<>(choices);
    List<T> chosen = new ArrayList<>();
    while (chosen.size() < howMany && !left.isEmpty()) {
      chosen.add(left.remove(random.nextInt(left.size())));
    }
    return chosen;
  }
}
