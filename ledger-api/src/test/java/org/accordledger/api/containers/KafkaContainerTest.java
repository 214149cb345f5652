package org.accordledger.api.containers;

import static org.accordledger.api.Scenario.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.accordledger.api.KafkaTopics;
import org.accordledger.api.LedgerSettings;
import org.accordledger.api.RunningLedger;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestDatabase;
import org.accordledger.api.TestLedger;
import org.accordledger.projections.feed.FeedSettings;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** A ledger that feeds a broker in a process of its own. */
class KafkaContainerTest {
  private static final String TOPIC = "ledger.events";
  private static final Duration SOON = Duration.ofMinutes(2);

  @Test
  void every_position_reaches_the_topic() {
    DockerImageName image =
        DockerImageName.parse(Docker.image("KAFKA_IMAGE", "apache/kafka:4.2.0"))
            .asCompatibleSubstituteFor("apache/kafka");
    try (KafkaContainer kafka = new KafkaContainer(image)) {
      kafka.start();
      TestLedger ledger = new TestLedger(fedTo(kafka.getBootstrapServers()));
      try (RunningLedger running = ledger.running()) {
        assertThat(running.address()).isNotNull();
        created(new Scenario(ledger).inForce().submit("fed"));
        List<Long> all = LongStream.rangeClosed(0, ledger.head()).boxed().toList();
        await()
            .atMost(SOON)
            .untilAsserted(
                () ->
                    assertThat(sequences(kafka.getBootstrapServers()))
                        .containsExactlyInAnyOrderElementsOf(all));
      }
    }
  }

  private static LedgerSettings fedTo(String brokers) {
    LedgerSettings settings = TestDatabase.newDatabase();
    FeedSettings whole =
        FeedSettings.of(List.of(brokers.replaceFirst("^.*://", "")))
            .withTopic(TOPIC)
            .withForm(3, 1, null);
    return settings.withKafka(new KafkaTopics(whole, null));
  }

  /** The positions on the topic by now; none while it is not made yet. */
  private static List<Long> sequences(String brokers) {
    Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.listTopics().getOrDefault(TOPIC, List.of()).stream()
              .map(partition -> new TopicPartition(TOPIC, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<Long> sequences = new ArrayList<>();
      while (partitions.stream()
          .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                record ->
                    sequences.add(
                        Long.parseLong(
                            new String(
                                record.headers().lastHeader("ce_sequence").value(),
                                StandardCharsets.UTF_8))));
      }
      return sequences;
    }
  }
}
