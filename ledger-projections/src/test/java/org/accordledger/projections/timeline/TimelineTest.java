package org.accordledger.projections.timeline;

import static org.accordledger.projections.LedgerScript.ACCORD;
import static org.accordledger.projections.LedgerScript.CLAUSE;
import static org.accordledger.projections.LedgerScript.NORTH;
import static org.accordledger.projections.LedgerScript.SOUTH;
import static org.accordledger.projections.LedgerScript.WATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accordledger.core.Marking;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.cases.CaseEvent.CaseAdmitted;
import org.accordledger.core.cases.CaseEvent.CaseReferred;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.core.election.ElectionEvent.ElectionRegistered;
import org.accordledger.core.election.ElectionId;
import org.accordledger.core.inquiry.InquiryEvent.InquiryOpened;
import org.accordledger.core.inquiry.InquiryId;
import org.accordledger.core.series.PeriodLength;
import org.accordledger.core.series.SeriesEvent.SeriesOpened;
import org.accordledger.core.series.SeriesId;
import org.accordledger.projections.Applying;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.LedgerScript;
import org.accordledger.projections.Page;
import org.accordledger.projections.PositionNotApplied;
import org.accordledger.projections.Standing;
import org.accordledger.projections.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Set<Marking> PUBLIC = EnumSet.of(Marking.CLEAR);

  private final TestDatabase database = TestDatabase.fresh();
  private final EventCodec codec = new EventCodec();
  private final TimelineProjection projection =
      new TimelineProjection(database.dataSource(), codec::encode);
  private final TimelineQuery timeline = new TimelineQuery(database.dataSource());
  private final LedgerScript script = LedgerScript.withAccord(false);

  @BeforeEach
  void twoCases() {
    script
        .submitted("case-open", Marking.CLEAR)
        .submitted("case-red", Marking.RED)
        .add("case-open", new CaseAdmitted(Map.of(), script.filed()))
        .add("case-open", new CaseReferred(script.filed()));
    Applying.all(database.dataSource(), projection, script.events(), 2);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void every_event_of_a_stream_is_listed_in_order_with_its_payload() {
    Page<TimelineEntry> page = timeline.read("case-open", PUBLIC, null, 10).value().orElseThrow();

    assertThat(page.items()).extracting(TimelineEntry::position).containsExactly(1L, 3L, 4L);
    assertThat(page.items()).extracting(TimelineEntry::version).containsExactly(0L, 1L, 2L);
    for (TimelineEntry entry : page.items()) {
      var recorded = script.events().get((int) entry.position());
      assertThat(entry.recordedAt()).isEqualTo(recorded.recordedAt());
      assertThat(entry.filed()).isEqualTo(recorded.event().filed());
      assertThat(entry.payload()).isEqualTo(text(codec.encode(recorded.event()).payload()));
      assertThat(entry.type()).isEqualTo(codec.encode(recorded.event()).type());
    }
  }

  private static String text(byte[] payload) {
    return new String(payload, StandardCharsets.UTF_8);
  }

  @Test
  void an_accord_has_its_own_timeline() {
    assertThat(timeline.read(ACCORD.value(), PUBLIC, null, 10).value().orElseThrow().items())
        .extracting(TimelineEntry::type)
        .containsExactly("accord.accord_drafted.v3");
  }

  @Test
  void a_long_timeline_comes_in_pages() {
    Page<TimelineEntry> first = timeline.read("case-open", PUBLIC, null, 2).value().orElseThrow();
    Page<TimelineEntry> second =
        timeline.read("case-open", PUBLIC, first.next(), 2).value().orElseThrow();

    assertThat(first.items()).extracting(TimelineEntry::version).containsExactly(0L, 1L);
    assertThat(second.items()).extracting(TimelineEntry::version).containsExactly(2L);
    assertThat(second.next()).isNull();
    assertThat(timeline.read("case-open", PUBLIC, second.prev(), 2).value().orElseThrow().items())
        .isEqualTo(first.items());
  }

  @Test
  void a_case_the_reader_may_not_see_is_like_one_that_is_not_there() {
    assertThat(timeline.read("case-red", PUBLIC, null, 10))
        .isEqualTo(timeline.read("case-none", PUBLIC, null, 10));
    assertThat(timeline.read("case-red", EnumSet.allOf(Marking.class), null, 10).value())
        .isNotEqualTo(Optional.empty());
  }

  @Test
  void what_is_no_accord_and_no_case_is_handed_over_as_neither() {
    script
        .add("election-one", election())
        .add("series-alone", series("series-alone", null))
        .add("series-under-it", series("series-under-it", ACCORD))
        .add("inquiry-one", inquiry());
    Applying.replay(database.dataSource(), projection, script.events(), 1000);

    assertThat(timeline.beginningsOfAccords().value())
        .extracting(TimelineEntry::streamId)
        .containsExactly(ACCORD.value());
    assertThat(timeline.cases(ACCORD, -1, 8))
        .extracting(TimelineEntry::streamId)
        .containsExactly("case-open", "case-red", "case-open", "case-open");
  }

  private ElectionRegistered election() {
    return new ElectionRegistered(
        new ElectionId("election-one"), NORTH, "Parliament", null, "source", script.filed());
  }

  private SeriesOpened series(String id, @Nullable AccordId accord) {
    return new SeriesOpened(
        new SeriesId(id),
        WATCH,
        accord,
        "Title",
        "indicator",
        "unit",
        "source",
        "method",
        null,
        PeriodLength.YEAR,
        Marking.CLEAR,
        script.filed());
  }

  private InquiryOpened inquiry() {
    return new InquiryOpened(
        new InquiryId("inquiry-one"), ACCORD, CLAUSE, SOUTH, NORTH, 0, Map.of(), script.filed());
  }

  @Test
  void a_point_is_the_last_position_recorded_by_then() {
    var third = script.events().get(3);

    assertThat(timeline.at(AsOf.head()).position()).isEqualTo(4);
    assertThat(timeline.at(AsOf.position(3))).isEqualTo(new Standing(3, third.recordedAt()));
    assertThat(timeline.at(AsOf.time(third.recordedAt())).position()).isEqualTo(3);
    assertThat(timeline.at(AsOf.time(third.recordedAt().minusMillis(1))).position()).isEqualTo(2);
    assertThat(timeline.at(AsOf.time(Instant.EPOCH))).isEqualTo(new Standing(-1, null));
    assertThatThrownBy(() -> timeline.at(AsOf.position(5))).isInstanceOf(PositionNotApplied.class);
  }

  @Test
  void what_came_after_a_position_is_read_alone() {
    assertThat(timeline.cases(ACCORD, 2, 3))
        .extracting(TimelineEntry::position)
        .containsExactly(3L);
    assertThat(timeline.streams(List.of("case-red", ACCORD.value()), 4))
        .extracting(TimelineEntry::position)
        .containsExactly(0L, 2L);
    assertThat(timeline.streams(List.of("case-red", ACCORD.value()), 1)).hasSize(1);
    assertThatThrownBy(() -> timeline.cases(ACCORD, 2, 5)).isInstanceOf(PositionNotApplied.class);
  }

  @Test
  void a_replay_gives_the_same_timeline() {
    var before = timeline.read("case-open", PUBLIC, null, 10);

    Applying.replay(database.dataSource(), projection, script.events(), 1000);

    assertThat(timeline.read("case-open", PUBLIC, null, 10)).isEqualTo(before);
  }
}
