package org.accordledger.bench.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.accordledger.bench.system.FeedCheck.Fed;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A plain consumer of the topic, as any subscriber has one. */
final class TopicReader {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofSeconds(1);

  private TopicReader() {}

  /**
   * Everything a topic holds now, each partition in its order.
   *
   * @throws Violation if it cannot be read in two minutes
   */
  static List<Fed> read(String brokers, String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic, PATIENCE).stream()
              .map(one -> new TopicPartition(topic, one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
      List<Fed> found = new ArrayList<>();
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (partitions.stream()
          .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
        if (System.nanoTime() > end) {
          throw new Violation("the topic " + topic + " cannot be read to its end");
        }
        consumer.poll(POLL).forEach(record -> found.add(fed(record)));
      }
      return found;
    }
  }

  private static Fed fed(ConsumerRecord<String, byte[]> record) {
    Entry entry =
        new Entry(
            header(record, "ce_id"),
            record.key(),
            Long.parseLong(header(record, "ce_streamversion")));
    return new Fed(record.partition(), Long.parseLong(header(record, "ce_sequence")), entry);
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
