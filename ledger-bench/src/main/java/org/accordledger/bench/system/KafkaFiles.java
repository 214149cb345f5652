package org.accordledger.bench.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** One broker of Kafka, its own controller, in a process of its own. */
final class KafkaFiles {
  private static final String CLUSTER = "ZmF1bHRzLWNsdXN0ZXItMQ";

  private KafkaFiles() {}

  /**
   * The broker, which does not run yet.
   *
   * @param port where it listens
   * @param advertised where its clients find it: that of the proxy
   */
  static JavaPart part(Path directory, Path log, int port, int advertised) {
    Path properties = directory.resolve("kafka.properties");
    try {
      Files.writeString(
          properties,
          """
          process.roles=broker,controller
          node.id=1
          controller.quorum.voters=1@127.0.0.1:%2$d
          listeners=BROKER://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
          advertised.listeners=BROKER://127.0.0.1:%3$d
          listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
          inter.broker.listener.name=BROKER
          controller.listener.names=CONTROLLER
          log.dirs=%4$s
          message.max.bytes=8388608
          auto.create.topics.enable=false
          offsets.topic.num.partitions=1
          offsets.topic.replication.factor=1
          transaction.state.log.replication.factor=1
          transaction.state.log.min.isr=1
          group.initial.rebalance.delay.ms=0
          """
              .formatted(port, Site.freePort(), advertised, directory.resolve("kafka")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new JavaPart(
        "Kafka", log, JavaPart.command("kafka.Kafka", 384, properties.toString()), Map.of());
  }

  /** Makes its directory, once. */
  static void format(Path directory, Path log) {
    String properties = directory.resolve("kafka.properties").toString();
    JavaPart tool =
        new JavaPart(
            "kafka-format",
            log,
            JavaPart.command(
                "kafka.tools.StorageTool",
                128,
                "format",
                "--cluster-id",
                CLUSTER,
                "--config",
                properties),
            Map.of());
    if (tool.run() != 0) {
      throw new IllegalStateException("the directory of Kafka could not be made: see " + log);
    }
  }
}
