package org.accordledger.api.reads;

import java.time.Duration;
import org.accordledger.api.problem.Problem;
import org.accordledger.api.problem.ProblemCode;
import org.accordledger.projections.Projections;
import org.jspecify.annotations.Nullable;

/** Lets a reader wait until a view has reached a position, so that it reads its own write. */
public final class Views {
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final Projections projections;

  Views(Projections projections) {
    this.projections = projections;
  }

  /**
   * Waits, for a bounded time.
   *
   * @param minPosition as the request says it; null or empty for no wait
   * @throws org.accordledger.api.problem.ProblemException if the view is not there in time
   */
  public void await(String projection, @Nullable String minPosition) {
    Long position = Parameters.position("min_position", minPosition);
    if (position == null) {
      return;
    }
    try {
      if (projections.awaitPosition(projection, position, LONGEST)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw Problem.of(
            ProblemCode.VIEW_BEHIND,
            "The view " + projection + " has not reached " + position + ".")
        .withHeader("Retry-After", "1")
        .toException();
  }
}
