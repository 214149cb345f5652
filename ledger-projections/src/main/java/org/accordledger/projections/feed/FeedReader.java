package org.accordledger.projections.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Reads the partitions of a topic that its group gives it, each from where the reader's own
 * database says it has come. What Kafka remembers of the group's offsets is never read. For one
 * thread.
 */
public final class FeedReader implements AutoCloseable {
  /**
   * What came from one partition.
   *
   * @param from where the reader stood: everything before it was given before
   * @param next where it stands now
   * @param events in the order of the partition; the same one may come again
   */
  public record Fetched(int partition, long from, long next, List<FeedEvent> events) {}

  /** A consumer polls on without a word while nobody answers it; so long it is left to. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final String topic;
  private final String topicId;
  private final Function<String, Map<Integer, Long>> offsets;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<TopicPartition, Long> standing = new HashMap<>();
  private long heard = System.nanoTime();

  /**
   * Joins a group.
   *
   * @param settings of the whole topic
   * @param group whose members share the partitions
   * @param offsets gives, for the id of a topic, the next offset of each partition as the reader
   *     has saved it; a partition that is not among them is read from its start. Asked whenever
   *     partitions are given to this reader
   * @throws RuntimeException with a sentence if Kafka does not answer or the topic is not there
   */
  public FeedReader(
      FeedSettings settings, String group, Function<String, Map<Integer, Long>> offsets)
      throws InterruptedException {
    this.topic = settings.topic();
    this.offsets = offsets;
    this.topicId = FeedTopic.idOf(settings);
    try {
      this.consumer = FeedClients.consumer(settings, group);
    } catch (KafkaException e) {
      throw new FeedFailure("no consumer can be made: " + FeedFailure.reason(e), e);
    }
    consumer.subscribe(List.of(topic), new FromWhereWeStand());
  }

  /** Tells the topic from one of the same name that was there before. */
  public String topicId() {
    return topicId;
  }

  /**
   * What has come since, by partition; empty if nothing came in time. While nothing comes for long,
   * Kafka is asked whether it is there.
   *
   * @throws RuntimeException with a sentence if Kafka cannot be read, or a record is no event of a
   *     whole topic; the reader is to be closed then
   */
  public List<Fetched> poll(Duration limit) throws InterruptedException {
    try {
      ConsumerRecords<String, byte[]> records = consumer.poll(limit);
      if (!records.isEmpty()) {
        heard = System.nanoTime();
      } else if (System.nanoTime() - heard > SILENCE.toNanos()) {
        requireAnswer();
        heard = System.nanoTime();
      }
      List<Fetched> fetched = new ArrayList<>();
      for (TopicPartition partition : records.partitions()) {
        List<FeedEvent> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records.records(partition)) {
          events.add(FeedRecords.read(record));
        }
        long next = consumer.position(partition);
        Long from = standing.put(partition, next);
        if (from == null) {
          throw new FeedFailure("Kafka gave records of " + partition + ", which is not ours", null);
        }
        fetched.add(new Fetched(partition.partition(), from, next, events));
      }
      return fetched;
    } catch (InterruptException e) {
      throw interrupted(e);
    } catch (KafkaException e) {
      throw new FeedFailure("the topic cannot be read: " + FeedFailure.reason(e), e);
    }
  }

  /** What a consumer knows of ends it may have known for long; this it asks for. */
  private void requireAnswer() {
    TopicPartition one =
        consumer.assignment().stream().findFirst().orElse(new TopicPartition(topic, 0));
    var _ = consumer.endOffsets(List.of(one), FeedClients.ANSWER);
  }

  private static InterruptedException interrupted(InterruptException cause) {
    // Kafka has set the thread's flag again; the exception says it now
    var _ = Thread.interrupted();
    InterruptedException said = new InterruptedException(cause.getMessage());
    said.initCause(cause);
    return said;
  }

  /** Tells Kafka, for its own tools to show, what has been given so far; nobody reads it back. */
  public void tell() {
    consumer.commitAsync((told, failure) -> {});
  }

  /**
   * Records of the partitions of this reader that it has not been given yet, as far as is known.
   */
  public long untaken() {
    return consumer.assignment().stream()
        .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
        .sum();
  }

  /** The partitions this reader has at the moment. */
  public int partitions() {
    return consumer.assignment().size();
  }

  /** Leaves the group, so that another reader has the partitions at once. */
  @Override
  public void close() {
    // an interrupted consumer would not tell Kafka that it leaves
    boolean interrupted = Thread.interrupted();
    try {
      consumer.close(CloseOptions.timeout(FeedClients.ANSWER));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private final class FromWhereWeStand implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> given) {
      Map<Integer, Long> saved = offsets.apply(topicId);
      for (TopicPartition partition : given) {
        long next = saved.getOrDefault(partition.partition(), 0L);
        consumer.seek(partition, next);
        standing.put(partition, next);
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> taken) {
      // what was given is saved by whoever polled before it polls again
      taken.forEach(standing::remove);
    }
  }
}
