package org.accordledger.projections.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import kafka.server.BrokerServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** One broker of Kafka for all tests of this JVM, which can be away, and what its topics hold. */
public final class TestKafka {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final EmbeddedKafkaKraftBroker KAFKA = started();

  private TestKafka() {}

  private static EmbeddedKafkaKraftBroker started() {
    EmbeddedKafkaKraftBroker kafka = new EmbeddedKafkaKraftBroker(1, 1);
    // what no one made is not there
    kafka.brokerProperty("auto.create.topics.enable", "false");
    kafka.brokerProperty("controlled.shutdown.enable", "false");
    kafka.afterPropertiesSet();
    return kafka;
  }

  /** Settings for a topic that is not there yet, of three partitions. */
  public static FeedSettings newTopic() {
    return FeedSettings.of(List.of(KAFKA.getBrokersAsString().split(",", -1)))
        .withTopic("feed-" + NUMBER.incrementAndGet())
        .withForm(3, 1, null)
        .withClaimTimeout(Duration.ofSeconds(2));
  }

  /** The broker goes away. */
  public static void stop() {
    broker().shutdown();
    broker().awaitShutdown();
  }

  /** The broker comes back, with what it held. */
  public static void startAgain() {
    broker().startup();
  }

  private static BrokerServer broker() {
    return Objects.requireNonNull(KAFKA.getCluster()).brokers().values().iterator().next();
  }

  /** What the broker answers. */
  public static <T> T ask(Function<Admin, KafkaFuture<T>> question) {
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, KAFKA.getBrokersAsString()))) {
      return question.apply(admin).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Everything a topic holds now, partition by partition. */
  static List<ConsumerRecord<String, byte[]>> records(String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                KAFKA.getBrokersAsString(),
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                64 << 20),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
      while (partitions.stream().anyMatch(one -> consumer.position(one) < end(ends, one))) {
        consumer.poll(Duration.ofSeconds(1)).forEach(found::add);
      }
      return found;
    }
  }

  private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
    return Objects.requireNonNull(ends.get(partition));
  }

  static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  static long sequence(ConsumerRecord<String, byte[]> record) {
    return Long.parseLong(header(record, "ce_sequence"));
  }

  /**
   * What a reader has applied that remembers of each stream the last sequence it has applied, and
   * passes over what is not above it.
   */
  static Map<String, List<Long>> appliedOnce(String topic) {
    Map<String, List<Long>> applied = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : records(topic)) {
      List<Long> ofStream = applied.computeIfAbsent(record.key(), key -> new ArrayList<>());
      if (ofStream.isEmpty() || sequence(record) > ofStream.getLast()) {
        ofStream.add(sequence(record));
      }
    }
    return applied;
  }

  /** The topic holds every event of a log, in order within its stream, apart from repetitions. */
  static void holdsAll(String topic, MemoryFeedLog log) {
    assertThat(appliedOnce(topic)).isEqualTo(log.positionsByStream());
    List<FeedEvent> events = log.events();
    for (ConsumerRecord<String, byte[]> record : records(topic)) {
      FeedEvent event = events.get((int) sequence(record));
      assertThat(record.key()).isEqualTo(event.streamId());
      assertThat(record.value()).isEqualTo(Objects.requireNonNull(event.content()).payload());
    }
  }
}
