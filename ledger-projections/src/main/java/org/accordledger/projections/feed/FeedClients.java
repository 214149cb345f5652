package org.accordledger.projections.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Kafka's clients, set so that in each partition what arrives is, apart from repetitions, a
 * beginning of what was sent: every copy acknowledges, retries repeat nothing, and no batch is sent
 * to a broker before the one ahead of it is settled. With more than one on its way, a batch could
 * arrive although the one before it was refused.
 */
final class FeedClients {
  /** The longest an event may be with its headers; a payload comes from a request of 1 MiB. */
  static final int LONGEST = 8 << 20;

  private static final int RECORDS_AT_A_TIME = 2_000;

  /** How long one question to Kafka may take; well inside the time a claim holds. */
  static final Duration ANSWER = Duration.ofSeconds(4);

  private static final Duration SESSION = Duration.ofSeconds(10);

  /** What an operator cannot set, for the feed's promises rest on it. */
  static final Set<String> OWN =
      Set.of(
          CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
          ProducerConfig.ACKS_CONFIG,
          ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
          ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
          ProducerConfig.RETRIES_CONFIG,
          ProducerConfig.TRANSACTIONAL_ID_CONFIG,
          ProducerConfig.PARTITIONER_CLASS_CONFIG,
          ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG,
          ProducerConfig.INTERCEPTOR_CLASSES_CONFIG,
          ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
          ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
          ProducerConfig.MAX_BLOCK_MS_CONFIG,
          ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
          AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG);

  private FeedClients() {}

  static Admin admin(FeedSettings settings) {
    Map<String, Object> config = common(settings);
    int millis = (int) ANSWER.toMillis();
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
    return Admin.create(config);
  }

  static KafkaProducer<String, byte[]> producer(FeedSettings settings) {
    Map<String, Object> config = common(settings);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    config.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER.toMillis());
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LONGEST);
    config.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 256 << 10);
    config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 2);
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  /** Begins nowhere by itself: where to read from, its user says. */
  static KafkaConsumer<String, byte[]> consumer(FeedSettings settings, String group) {
    Map<String, Object> config = common(settings);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    config.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    // so long the others wait for the partitions of one that was lost, or of itself before an
    // outage
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION.toMillis());
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) SESSION.toMillis() / 3);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_A_TIME);
    config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, LONGEST);
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private static Map<String, Object> common(FeedSettings settings) {
    Map<String, Object> config = new HashMap<>(settings.properties());
    config.put(
        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, String.join(",", settings.bootstrap()));
    config.putIfAbsent(CommonClientConfigs.CLIENT_ID_CONFIG, "accord-ledger-" + settings.topic());
    // a broker that comes back is found again soon
    config.putIfAbsent(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    // the client reports nothing about itself to the brokers
    config.put("enable.metrics.push", false);
    return config;
  }
}
