package org.accordledger.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kafka.server.BrokerServer;
import org.accordledger.projections.feed.FeedSettings;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A broker of Kafka in this process, for the tests of one class. */
public final class TestBroker implements BeforeAllCallback, AfterAllCallback {
  private final EmbeddedKafkaKraftBroker kafka = new EmbeddedKafkaKraftBroker(1, 1);

  @Override
  public void beforeAll(ExtensionContext context) {
    kafka.brokerProperty("controlled.shutdown.enable", "false");
    kafka.afterPropertiesSet();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    kafka.destroy();
  }

  BrokerServer broker() {
    return Objects.requireNonNull(kafka.getCluster()).brokers().values().iterator().next();
  }

  /** The same ledger, which feeds a topic of three partitions, and an open one beside it. */
  public LedgerSettings fed(LedgerSettings settings, String topic) {
    FeedSettings whole =
        FeedSettings.of(List.of(kafka.getBrokersAsString().split(",", -1)))
            .withTopic(topic)
            .withForm(3, 1, null)
            .withClaimTimeout(Duration.ofSeconds(2));
    return settings.withKafka(new KafkaTopics(whole, topic + "-open"));
  }

  /** Everything a topic holds now, partition by partition. */
  public List<ConsumerRecord<String, byte[]>> records(String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.getBrokersAsString()),
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
      while (partitions.stream()
          .anyMatch(one -> consumer.position(one) < Objects.requireNonNull(ends.get(one)))) {
        consumer.poll(Duration.ofSeconds(1)).forEach(found::add);
      }
      return found;
    }
  }

  public static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
