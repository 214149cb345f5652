package org.accordledger.api.feed;

import java.util.List;
import org.accordledger.projections.feed.FeedStatus;
import org.accordledger.projections.feed.KafkaFeed;

/** The topics this node feeds; none of them where no broker is set. */
public final class LedgerFeed implements AutoCloseable {
  private final List<KafkaFeed> topics;

  LedgerFeed(List<KafkaFeed> topics) {
    this.topics = List.copyOf(topics);
  }

  /** Starts every topic; each waits for what is missing by itself. */
  public void start() {
    topics.forEach(KafkaFeed::start);
  }

  /** The names of the topics, the whole one first. */
  List<String> topics() {
    return topics.stream().map(KafkaFeed::topic).toList();
  }

  /** How often since the start a topic could not be fed with what comes next. */
  long failures(String topic) {
    return topics.stream()
        .filter(one -> one.topic().equals(topic))
        .mapToLong(KafkaFeed::failures)
        .sum();
  }

  /**
   * Where every topic stands, the whole one first.
   *
   * @throws RuntimeException if the database does not answer
   */
  public List<FeedStatus> status() {
    return topics.stream().map(KafkaFeed::status).toList();
  }

  /** Stops every topic; another node takes over. */
  @Override
  public void close() {
    topics.forEach(KafkaFeed::close);
  }
}
