package org.accordledger.projections.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.accordledger.core.Marking;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.projections.LedgerScript;
import org.accordledger.projections.TestDatabase;
import org.accordledger.projections.feed.FeedEvent;
import org.accordledger.projections.feed.FeedReader.Fetched;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTest {
  private final TestDatabase database = TestDatabase.fresh();
  private final Inbox inbox = new Inbox(database.dataSource());
  private final LedgerScript script = LedgerScript.withAccord(false);
  private final List<FeedEvent> events;

  InboxTest() {
    IntStream.range(1, 10).forEach(i -> script.submitted("case-" + i, Marking.CLEAR));
    events = new RecordedFeedLog(script.events()).events();
  }

  @BeforeEach
  void migrate() {
    new InboxSchema(database.dataSource()).ready();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private Fetched fetched(int partition, long from, int... positions) {
    return new Fetched(
        partition,
        from,
        from + positions.length,
        Arrays.stream(positions).mapToObj(events::get).toList());
  }

  private void take(Fetched fetched) {
    inbox.take("topic", List.of(fetched));
  }

  private List<Long> readable() {
    return inbox.read(0, 100).stream().map(InboxEvent::position).toList();
  }

  @Test
  void an_event_keeps_its_trace_and_most_have_none() {
    take(new Fetched(0, 0, 2, List.of(events.get(0), events.get(1).untraced())));
    inbox.advance();

    assertThat(inbox.read(0, 9))
        .extracting(InboxEvent::traceparent)
        .containsExactly(RecordedFeedLog.TRACEPARENT, null);
    InboxLog log = new InboxLog(inbox, new EventCodec());
    assertThat(log.page(0))
        .extracting(event -> log.message(event).getMetaData().get("traceparent"))
        .containsExactly(RecordedFeedLog.TRACEPARENT, null);
  }

  @Test
  void the_watermark_stands_before_the_first_position_that_is_missing() {
    assertThat(inbox.advance().position()).isEqualTo(-1);
    take(fetched(0, 0, 1, 4, 5));
    assertThat(inbox.advance().position()).isEqualTo(-1);
    assertThat(readable()).isEmpty();
    take(fetched(1, 0, 0, 2));
    assertThat(inbox.advance().position()).isEqualTo(2);
    assertThat(readable()).containsExactly(0L, 1L, 2L);
    assertThat(inbox.newest()).isEqualTo(5);
    take(fetched(2, 0, 3));
    assertThat(inbox.advance()).isEqualTo(new Watermark(5, script.events().get(5).recordedAt()));
  }

  @Test
  void what_comes_again_changes_nothing_and_no_offset_goes_back() {
    take(fetched(0, 0, 0, 1, 2, 3));
    take(fetched(0, 0, 0, 1));
    take(fetched(0, 1, 1, 2));

    assertThat(inbox.offsets("topic")).isEqualTo(Map.of(0, 4L));
    assertThat(inbox.advance().position()).isEqualTo(3);
    assertThat(readable()).containsExactly(0L, 1L, 2L, 3L);
  }

  @Test
  void a_database_that_has_lost_an_offset_is_not_read_past_it() {
    assertThatThrownBy(() -> take(fetched(0, 2, 2, 3)))
        .hasMessageContaining("taken up to offset 2");
    take(fetched(0, 0, 0, 1));
    assertThatThrownBy(() -> take(fetched(0, 3, 3))).hasMessageContaining("taken up to offset 3");

    assertThat(inbox.offsets("topic")).isEqualTo(Map.of(0, 2L));
    assertThat(inbox.newest()).isEqualTo(1);
  }

  @Test
  void another_event_at_a_position_that_is_in_stops_the_intake() {
    take(fetched(0, 0, 0, 1));
    FeedEvent second = events.get(1);
    FeedEvent changed =
        new FeedEvent(
            second.position(),
            second.id(),
            second.source(),
            second.type(),
            second.streamId(),
            second.streamVersion(),
            second.recordedAt(),
            "y".repeat(42) + "A",
            second.content(),
            second.traceparent());
    assertThatThrownBy(() -> take(new Fetched(0, 2, 4, List.of(events.get(2), changed))))
        .hasMessageContaining("position 1 came as another event than before");
    assertThat(inbox.offsets("topic")).isEqualTo(Map.of(0, 2L));
    assertThat(inbox.newest()).isEqualTo(1);
  }

  @Test
  void an_open_topic_is_refused() {
    Fetched open = new Fetched(0, 0, 1, List.of(events.getFirst().withheld()));
    assertThatThrownBy(() -> take(open))
        .hasMessageContaining("the payload of position 0 is withheld");
  }
}
