package org.accordledger.bench;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What a contender did at one number of cases under way.
 *
 * @param rounds at least one
 */
record Measured(int inFlight, List<Round> rounds) {
  /** The median of the rounds, in commands per second. */
  double rate() {
    return rounds.stream().map(Round::rate).sorted().toList().get(rounds.size() / 2);
  }

  /** Whether the projections kept up in every round. */
  boolean projectionsKeptUp() {
    return rounds.stream().allMatch(Round::projectionsKeptUp);
  }

  Duration longestLevel() {
    return rounds.stream().map(Round::level).max(Comparator.naturalOrder()).orElseThrow();
  }

  double mostSecondsBehind() {
    return rounds.stream().mapToDouble(Round::secondsBehind).max().orElseThrow();
  }
}
