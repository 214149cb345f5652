package org.accordledger.core.accord;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The scoring methods there are. An accord adopts one; the scorecard can be computed under any, so
 * that a change of method and a change of conduct are never confused (domain.md, Scorecard).
 *
 * <p>A method never changes once it is released: what should grade otherwise becomes a new one.
 */
public enum ScoringMethod {
  /** What stands: a violation whose remedy was verified is none of the three within 24 months. */
  STANDING(1),
  /** What happened: a violation stays one of the three, also when its remedy was verified. */
  RECORD(2);

  private final int number;

  ScoringMethod(int number) {
    this.number = number;
  }

  /** How events, requests and documents name it. */
  public int number() {
    return number;
  }

  /** The method of that number, if there is one. */
  public static Optional<ScoringMethod> of(int number) {
    return Arrays.stream(values()).filter(method -> method.number == number).findFirst();
  }

  /** The numbers there are, as a sentence lists them: {@code 1, 2}. */
  public static String numbers() {
    return Arrays.stream(values())
        .map(method -> Integer.toString(method.number))
        .collect(Collectors.joining(", "));
  }
}
