package org.accordledger.projections.node;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.projections.EventSpans;
import org.accordledger.projections.Projection;
import org.accordledger.projections.ProjectionSettings;
import org.accordledger.projections.Projections;
import org.accordledger.projections.docket.DocketProjection;
import org.accordledger.projections.election.ElectionProjection;
import org.accordledger.projections.feed.FeedSettings;
import org.accordledger.projections.scorecard.ScorecardProjection;
import org.accordledger.projections.series.SeriesProjection;
import org.accordledger.projections.timeline.TimelineProjection;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.monitoring.MessageMonitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Projections that run without the store, on events of a topic, into a database of their own. The
 * nodes of one database share its partitions and its projections; one that falls silent is replaced
 * by the others.
 */
public final class ProjectionNode implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProjectionNode.class);

  private final NodeShare share;
  private final Intake intake;
  private final Projections projections;

  /**
   * Prepares a node; {@link #start} starts it. Nothing is connected to before that.
   *
   * @param dataSource the database of the inbox and the views; a pool with at least two connections
   *     for each projection and two more
   * @param feed brokers and the whole topic; what says how a topic is made has no effect
   * @param settings how projections run; a node silent for their claim timeout loses its share
   * @param clock tells the age of what is not applied yet
   * @param monitors gives Axon's monitor for the events of the projection of a name
   * @param spans makes a span of each event that a projection applies
   */
  public ProjectionNode(
      DataSource dataSource,
      FeedSettings feed,
      ProjectionSettings settings,
      InstantSource clock,
      Function<String, MessageMonitor<? super EventMessage<?>>> monitors,
      EventSpans spans) {
    InboxSchema schema = new InboxSchema(dataSource);
    Inbox inbox = new Inbox(dataSource);
    EventCodec codec = new EventCodec();
    InboxLog log = new InboxLog(inbox, codec);
    this.share = new NodeShare(dataSource, settings.claimTimeout());
    this.intake = new Intake(feed, schema, inbox, log, clock);
    this.projections =
        new Projections(
            dataSource,
            log,
            all(dataSource, codec),
            settings,
            clock,
            monitors,
            spans,
            names -> {
              schema.ready();
              return share.of(names);
            });
  }

  /** The ones with the most work first, so that nodes that take turns have as much of it. */
  private static List<Projection> all(DataSource dataSource, EventCodec codec) {
    return List.of(
        new ScorecardProjection(dataSource),
        new TimelineProjection(dataSource, codec::encode),
        new DocketProjection(dataSource),
        new SeriesProjection(dataSource),
        new ElectionProjection(dataSource));
  }

  /** Starts; whatever is missing, database or Kafka, is waited for. */
  public void start() {
    intake.start();
    projections.start();
  }

  /**
   * Where the intake stands.
   *
   * @throws RuntimeException if the database does not answer
   */
  public IntakeStatus intake() {
    return intake.status();
  }

  /** How often since the start the intake stood still. */
  public long intakeFailures() {
    return intake.failures();
  }

  /** The projections; those that another node runs are among them. */
  public Projections projections() {
    return projections;
  }

  /** Stops; the other nodes take over what this one had. */
  @Override
  public void close() {
    intake.close();
    projections.close();
    try {
      share.leave();
    } catch (RuntimeException e) {
      LOG.warn("The other nodes take over only when they miss this one: {}", e.getMessage());
    }
  }
}
