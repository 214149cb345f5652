package org.accordledger.api.reads;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Marking;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.AccordEvent.AccordDrafted;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.Page;
import org.accordledger.projections.Reading;
import org.accordledger.projections.timeline.TimelineEntry;
import org.accordledger.projections.timeline.TimelineQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole streams for the documents that are put together from their events. A stream is one
 * case or one accord, so it is short. What reads across the cases of an accord takes as long as
 * they are many.
 */
final class Streams {
  private static final int PAGE = 200;
  private static final Set<Marking> ALL = EnumSet.allOf(Marking.class);

  private final TimelineQuery timeline;
  private final EventCodec codec;

  Streams(TimelineQuery timeline, EventCodec codec) {
    this.timeline = timeline;
    this.codec = codec;
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

  /** The drafts of every accord there was at a point, by id. */
  Found<List<AccordDrafted>> drafts(AsOf asOf) {
    Reading<List<TimelineEntry>> reading = timeline.beginningsOfAccords();
    if (asOf instanceof AsOf.Position(long position) && position > reading.position()) {
      throw Parameters.beyond(position, reading.position());
    }
    List<AccordDrafted> drafts =
        reading.value().stream()
            .filter(entry -> within(entry, asOf))
            .map(entry -> decoded(entry, AccordDrafted.class).event())
            .toList();
    return new Found<>(
        drafts, reading.position(), reading.recordedAt(), !(asOf instanceof AsOf.Head));
  }

  /**
   * The events of an accord's cases that a reader of these markings may see, by position.
   *
   * @throws org.accordledger.api.problem.ProblemException for a position that is not reached yet
   */
  Found<List<Recorded<CaseEvent>>> cases(AccordId accord, Set<Marking> visible, AsOf asOf) {
    List<Recorded<CaseEvent>> events = new ArrayList<>();
    Reading<Long> reading =
        Parameters.refusing(
            () ->
                timeline.cases(
                    accord, visible, asOf, entry -> events.add(decoded(entry, CaseEvent.class))));
    return new Found<>(
        events, reading.position(), reading.recordedAt(), !(asOf instanceof AsOf.Head));
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
