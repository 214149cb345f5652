package org.accordledger.api.reads;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Marking;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.AccordEvent.AccordDrafted;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.core.inquiry.InquiryEvent.InquiryOpened;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.Page;
import org.accordledger.projections.Reading;
import org.accordledger.projections.Standing;
import org.accordledger.projections.timeline.TimelineEntry;
import org.accordledger.projections.timeline.TimelineQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole streams for the documents that are put together from their events. A stream is one
 * case or one accord, so it is short.
 */
final class Streams {
  private static final int PAGE = 200;
  private static final Set<Marking> ALL = EnumSet.allOf(Marking.class);

  private final TimelineQuery timeline;
  private final EventCodec codec;
  private final CasesOfAccords cases;

  Streams(TimelineQuery timeline, EventCodec codec) {
    this.timeline = timeline;
    this.codec = codec;
    this.cases = new CasesOfAccords(timeline, entry -> decoded(entry, CaseEvent.class));
  }

  /**
   * The position that answers.
   *
   * @throws org.accordledger.api.problem.ProblemException for a position that is not reached yet
   */
  Point at(AsOf asOf) {
    Standing standing = Parameters.refusing(() -> timeline.at(asOf));
    return new Point(standing.position(), standing.recordedAt(), !(asOf instanceof AsOf.Head));
  }

  /**
   * The position that answers where another view is read beside the streams: the last one that both
   * have come to.
   *
   * @param reached last position of the other view
   * @throws org.accordledger.api.problem.ProblemException for a position that is not reached yet
   */
  Point at(AsOf asOf, long reached) {
    Point point = at(asOf);
    if (point.position() <= reached) {
      return point;
    }
    if (asOf instanceof AsOf.Position(long position)) {
      throw Parameters.beyond(position, reached);
    }
    Point earlier = at(AsOf.position(reached));
    return new Point(reached, earlier.recordedAt(), point.past());
  }

  /**
   * The events of a stream, whatever their marking: the caller decides who may see them.
   *
   * @return empty if there is no such stream at that point
   * @throws org.accordledger.api.problem.ProblemException for a position that is not reached yet
   */
  <E extends LedgerEvent> Optional<Found<List<Recorded<E>>>> read(
      String streamId, Class<E> kind, AsOf asOf) {
    List<Recorded<E>> events = new ArrayList<>();
    Reading<Optional<Page<TimelineEntry>>> reading;
    @Nullable String cursor = null;
    do {
      reading = timeline.read(streamId, ALL, cursor, PAGE);
      Page<TimelineEntry> page = reading.value().orElse(null);
      if (page == null) {
        return Optional.empty();
      }
      for (TimelineEntry entry : page.items()) {
        if (within(entry, asOf)) {
          events.add(decoded(entry, kind));
        }
      }
      cursor = page.next();
    } while (cursor != null);
    return events.isEmpty() ? Optional.empty() : Optional.of(found(events, reading, asOf));
  }

  /**
   * The events of several streams of one kind up to a point, by stream; a stream that is not there
   * is missing. Whatever their marking: the caller decides who may see them.
   */
  <E extends LedgerEvent> Map<String, List<Recorded<E>>> read(
      Collection<String> streamIds, Class<E> kind, Point point) {
    Map<String, List<Recorded<E>>> events = new HashMap<>();
    if (!streamIds.isEmpty()) {
      for (TimelineEntry entry :
          Parameters.refusing(() -> timeline.streams(streamIds, point.position()))) {
        events.computeIfAbsent(entry.streamId(), _ -> new ArrayList<>()).add(decoded(entry, kind));
      }
    }
    return events;
  }

  /** The drafts of every accord there was at a point, by id. */
  Found<List<AccordDrafted>> drafts(AsOf asOf) {
    Point point = at(asOf);
    List<AccordDrafted> drafts =
        timeline.beginningsOfAccords().value().stream()
            .filter(entry -> within(entry, point.asOf()))
            .map(entry -> decoded(entry, AccordDrafted.class).event())
            .toList();
    return point.found(drafts);
  }

  /** The beginnings of every inquiry there was at a point, whoever may know of it. */
  List<Recorded<InquiryOpened>> inquiries(Point point) {
    return timeline.beginningsOfInquiries().value().stream()
        .filter(entry -> within(entry, point.asOf()))
        .map(entry -> decoded(entry, InquiryOpened.class))
        .toList();
  }

  /** The events of an accord's cases that a reader of these markings may see at a point. */
  CasesOfAccords.Seen cases(AccordId accord, Set<Marking> visible, Point point) {
    return Parameters.refusing(() -> cases.seen(accord, visible, point.position()));
  }

  private static boolean within(TimelineEntry entry, AsOf asOf) {
    return switch (asOf) {
      case AsOf.Head _ -> true;
      case AsOf.Position(long position) -> entry.position() <= position;
      case AsOf.Time(Instant time) -> !entry.recordedAt().isAfter(time);
    };
  }

  private static <E extends LedgerEvent> Found<List<Recorded<E>>> found(
      List<Recorded<E>> events, Reading<?> reading, AsOf asOf) {
    Recorded<E> last = events.getLast();
    return switch (asOf) {
      case AsOf.Head _ -> new Found<>(events, reading.position(), reading.recordedAt(), false);
      case AsOf.Position(long position) -> {
        if (position > reading.position()) {
          throw Parameters.beyond(position, reading.position());
        }
        yield new Found<>(events, position, last.recordedAt(), true);
      }
      case AsOf.Time _ -> new Found<>(events, last.position(), last.recordedAt(), true);
    };
  }

  private <E extends LedgerEvent> Recorded<E> decoded(TimelineEntry entry, Class<E> kind) {
    LedgerEvent event =
        codec.decode(entry.type(), entry.payload().getBytes(StandardCharsets.UTF_8));
    return new Recorded<>(
        entry.position(), entry.recordedAt(), entry.streamId(), entry.version(), kind.cast(event));
  }
}
