package org.accordledger.bench;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.projections.Projection;
import org.accordledger.projections.ProjectionSettings;
import org.accordledger.projections.ProjectionStatus;
import org.accordledger.projections.Projections;
import org.accordledger.projections.docket.DocketProjection;
import org.accordledger.projections.scorecard.ScorecardProjection;
import org.accordledger.projections.timeline.TimelineProjection;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/** The projections that run beside every contender: the same, on the same database. */
final class Views implements AutoCloseable {
  private final Projections projections;
  private final StreamableMessageSource<TrackedEventMessage<?>> log;

  Views(DataSource database, StreamableMessageSource<TrackedEventMessage<?>> log) {
    this.log = log;
    List<Projection> all =
        List.of(
            new ScorecardProjection(database),
            new DocketProjection(database),
            new TimelineProjection(database, new EventCodec()::encode));
    this.projections =
        new Projections(database, log, all, ProjectionSettings.defaults(), InstantSource.system());
    projections.start();
  }

  /**
   * Waits until every projection stands at the head of the log.
   *
   * @return how far the one that is furthest behind was when the wait began
   */
  Lag catchUp(Duration limit) throws InterruptedException {
    long started = System.nanoTime();
    long head = log.createHeadToken().position().orElse(-1);
    long behind = 0;
    for (ProjectionStatus status : projections.status()) {
      behind = Math.max(behind, head - status.position());
    }
    for (ProjectionStatus status : projections.status()) {
      if (!projections.awaitPosition(status.name(), head, limit)) {
        throw new IllegalStateException(
            "%s did not reach position %d within %s".formatted(status.name(), head, limit));
      }
    }
    return new Lag(head + 1, behind, Duration.ofNanos(System.nanoTime() - started));
  }

  @Override
  public void close() {
    projections.close();
  }
}
