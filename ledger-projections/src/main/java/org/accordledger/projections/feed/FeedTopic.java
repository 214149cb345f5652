package org.accordledger.projections.feed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * The topic as Kafka has it.
 *
 * @param id tells it from a topic of the same name that was there before
 * @param partitions how many it has
 */
record FeedTopic(String id, int partitions) {
  private static final long FOR_EVER = -1;

  /**
   * Finds the topic, and makes it if it is not there. One that is there is left as it is.
   *
   * @throws FeedFailure if Kafka does not answer in time or refuses
   */
  static FeedTopic ready(FeedSettings settings) throws InterruptedException {
    try (Admin admin = FeedClients.admin(settings)) {
      Optional<FeedTopic> found = find(admin, settings.topic());
      return found.isPresent() ? found.get() : made(admin, settings);
    } catch (KafkaException e) {
      throw new FeedFailure("Kafka cannot be reached: " + FeedFailure.reason(e), e);
    }
  }

  /**
   * The id of a topic that is there.
   *
   * @throws FeedFailure if it is not, or Kafka does not answer in time or refuses
   */
  static String idOf(FeedSettings settings) throws InterruptedException {
    try (Admin admin = FeedClients.admin(settings)) {
      return find(admin, settings.topic())
          .orElseThrow(
              () ->
                  new FeedFailure(
                      "the topic " + settings.topic() + " is not there: the ledger's feed makes it",
                      null))
          .id();
    } catch (KafkaException e) {
      throw new FeedFailure("Kafka cannot be reached: " + FeedFailure.reason(e), e);
    }
  }

  private static Optional<FeedTopic> find(Admin admin, String name) throws InterruptedException {
    try {
      TopicDescription found =
          answer(admin.describeTopics(List.of(name)).topicNameValues().get(name));
      return Optional.of(new FeedTopic(found.topicId().toString(), found.partitions().size()));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return Optional.empty();
      }
      throw new FeedFailure(
          "the topic " + name + " cannot be looked at: " + FeedFailure.reason(e), e);
    }
  }

  private static FeedTopic made(Admin admin, FeedSettings settings) throws InterruptedException {
    String name = settings.topic();
    try {
      CreateTopicsResult made = admin.createTopics(List.of(asStated(settings)));
      return new FeedTopic(answer(made.topicId(name)).toString(), answer(made.numPartitions(name)));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        throw new FeedFailure("another node is making the topic " + name, e);
      }
      throw new FeedFailure(
          "the topic %s cannot be made with %d partitions and replication %d: %s"
              .formatted(
                  name, settings.partitions(), settings.replication(), FeedFailure.reason(e)),
          e);
    }
  }

  static NewTopic asStated(FeedSettings settings) {
    Duration retention = settings.retention();
    long millis = retention == null ? FOR_EVER : retention.toMillis();
    return new NewTopic(settings.topic(), settings.partitions(), (short) settings.replication())
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(millis),
                TopicConfig.RETENTION_BYTES_CONFIG,
                "-1",
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(FeedClients.LONGEST),
                // what is acknowledged is on two brokers, where there are three copies or more
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                Integer.toString(settings.replication() > 2 ? 2 : 1)));
  }

  private static <T> T answer(@Nullable KafkaFuture<T> question)
      throws InterruptedException, ExecutionException {
    try {
      if (question == null) {
        throw new FeedFailure("Kafka's client gave no answer to wait for", null);
      }
      return question.get(FeedClients.ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new FeedFailure("Kafka did not answer in time", e);
    }
  }
}
