package org.accordledger.projections.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedRecordsTest {
  private static final byte[] PAYLOAD = "{\"reason\":\"settled\"}".getBytes(StandardCharsets.UTF_8);
  private static final String SALT = "bWFpbi1zYWx0LW9mLXRoaXJ0eS10d28tYnl0ZXMtZm8";
  static final FeedEvent EVENT =
      new FeedEvent(
          41,
          "01900000-0000-7000-8000-000000000029",
          "ledger.example/main",
          "org.accordledger.case.case_closed.v1",
          "case-7",
          5,
          Instant.parse("2026-03-04T05:06:07.000089Z"),
          "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
          new FeedEvent.Content(PAYLOAD, SALT),
          "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

  private final FeedRecords records = new FeedRecords("ledger.events");

  static Map<String, String> headers(ProducerRecord<String, byte[]> record) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : record.headers()) {
      assertThat(headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)))
          .isNull();
    }
    return headers;
  }

  @Test
  void an_event_is_a_cloud_event_in_binary_mode() {
    ProducerRecord<String, byte[]> record = records.of(EVENT);

    assertThat(record.topic()).isEqualTo("ledger.events");
    assertThat(record.key()).isEqualTo("case-7");
    assertThat(record.partition()).isNull();
    assertThat(record.value()).isEqualTo(PAYLOAD);
    assertThat(headers(record))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("ce_specversion", "1.0"),
                Map.entry("ce_id", "01900000-0000-7000-8000-000000000029"),
                Map.entry("ce_source", "ledger.example/main"),
                Map.entry("ce_type", "org.accordledger.case.case_closed.v1"),
                Map.entry("ce_subject", "case-7"),
                Map.entry("ce_time", "2026-03-04T05:06:07.000089Z"),
                Map.entry("ce_sequence", "41"),
                Map.entry("ce_streamversion", "5"),
                Map.entry("ce_commitment", "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"),
                Map.entry("ce_salt", SALT),
                Map.entry("ce_traceparent", EVENT.traceparent()),
                Map.entry("content-type", "application/json")));
  }

  @Test
  void what_is_withheld_says_so_and_has_no_payload() {
    ProducerRecord<String, byte[]> record = records.of(EVENT.withheld());

    assertThat(record.value()).isNull();
    assertThat(headers(record))
        .containsEntry("ce_withheld", "true")
        .containsEntry("ce_sequence", "41")
        .containsEntry("ce_commitment", EVENT.commitment())
        .doesNotContainKeys("content-type", "ce_salt");
  }

  @Test
  void an_event_without_a_trace_has_no_header_for_one_and_is_read_back_without() {
    ProducerRecord<String, byte[]> record = records.of(EVENT.untraced());

    assertThat(headers(record)).doesNotContainKey("ce_traceparent");
    assertThat(FeedRecords.read(received(record)).traceparent()).isNull();
  }

  @Test
  void a_trace_is_read_back() {
    FeedEvent read = FeedRecords.read(received(records.of(EVENT)));

    assertThat(read.traceparent()).isEqualTo(EVENT.traceparent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "00-0-0-01", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01x"})
  void what_is_no_trace_is_passed_over_and_stops_nobody(String strange) {
    ProducerRecord<String, byte[]> record = records.of(EVENT.untraced());
    record.headers().add("ce_traceparent", strange.getBytes(StandardCharsets.UTF_8));

    assertThat(FeedRecords.read(received(record)).traceparent()).isNull();
  }

  private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
    sent.headers().forEach(header -> record.headers().add(header));
    return record;
  }

  @Test
  void an_origin_with_characters_no_address_may_hold_is_escaped() {
    FeedEvent strange =
        new FeedEvent(
            0,
            EVENT.id(),
            "ledger.example/{main}",
            EVENT.type(),
            "case-7",
            0,
            EVENT.recordedAt(),
            EVENT.commitment(),
            EVENT.content(),
            null);

    assertThat(headers(records.of(strange)))
        .containsEntry("ce_source", "/ledger.example/%7Bmain%7D");
  }
}
