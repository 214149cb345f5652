package org.accordledger.projections.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What docs/asyncapi.yaml says of the topic and its records is what the feed makes and sends. */
class AsyncApiTest {
  private static final Path DOCS = Path.of(System.getProperty("ledger.root"), "docs");

  private final Map<String, Object> document = read();
  private final FeedRecords records = new FeedRecords(FeedSettings.DEFAULT_TOPIC);

  private static Map<String, Object> read() {
    try {
      return new Yaml().load(Files.readString(DOCS.resolve("asyncapi.yaml")));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What stands at a path of keys with slashes between; references are followed. */
  private Object at(String path) {
    Object found = document;
    for (String key : path.split("/", -1)) {
      found = followed(Objects.requireNonNull(((Map<?, ?>) found).get(key), path));
    }
    return found;
  }

  private Object followed(Object found) {
    return found instanceof Map<?, ?> map
            && map.get("$ref") instanceof String reference
            && reference.startsWith("#/")
        ? at(reference.substring(2))
        : found;
  }

  @Test
  void the_topic_is_the_one_the_feed_makes() {
    FeedSettings settings = FeedSettings.of(List.of("one:9092"));
    NewTopic made = FeedTopic.asStated(settings);

    assertThat(at("asyncapi")).isEqualTo("3.0.0");
    assertThat(at("channels/whole/address")).isEqualTo(made.name());
    assertThat(at("channels/whole/bindings/kafka/topic")).isEqualTo(made.name());
    assertThat(at("channels/whole/bindings/kafka/partitions")).isEqualTo(made.numPartitions());
    assertThat(at("channels/whole/bindings/kafka/replicas"))
        .isEqualTo((int) made.replicationFactor());
    Map<?, ?> config = (Map<?, ?>) at("channels/whole/bindings/kafka/topicConfiguration");
    config.forEach(
        (key, value) ->
            assertThat(made.configs())
                .containsEntry(
                    (String) key,
                    value instanceof List<?> list ? (String) list.getFirst() : value.toString()));
  }

  @Test
  void the_headers_of_an_event_are_those_described() {
    agree(
        FeedRecordsTest.headers(records.of(FeedRecordsTest.EVENT)),
        FeedRecordsTest.headers(records.of(FeedRecordsTest.EVENT.untraced())),
        "channels/whole/messages/event/headers");
  }

  @Test
  void the_headers_of_a_withheld_event_are_those_described() {
    Map<String, String> sent =
        FeedRecordsTest.headers(records.of(FeedRecordsTest.EVENT.withheld().untraced()));
    agree(sent, sent, "channels/open/messages/withheld/headers");
  }

  private void agree(Map<String, String> sent, Map<String, String> always, String schema) {
    Map<?, ?> described = (Map<?, ?>) at(schema + "/properties");
    assertThat(described.keySet()).isEqualTo(sent.keySet());
    assertThat(Arrays.asList(((List<?>) at(schema + "/required")).toArray()))
        .containsExactlyInAnyOrderElementsOf(always.keySet());
    sent.forEach(
        (name, value) -> {
          Map<?, ?> one = (Map<?, ?>) at(schema + "/properties/" + name);
          assertThat(one.get("type")).isEqualTo("string");
          if (one.get("const") != null) {
            assertThat(value).isEqualTo(one.get("const"));
          }
          if (one.get("pattern") instanceof String pattern) {
            assertThat(value)
                .matches(Pattern.compile(pattern + (pattern.endsWith("$") ? "" : ".*")));
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"whole", "open"})
  void payloads_refer_to_their_schemas(String channel) {
    Map<?, ?> schema = (Map<?, ?>) at("channels/" + channel + "/messages/event/payload/schema");

    assertThat(DOCS.resolve((String) Objects.requireNonNull(schema.get("$ref")))).exists();
  }
}
