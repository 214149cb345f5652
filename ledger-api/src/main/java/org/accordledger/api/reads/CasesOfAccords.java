package org.accordledger.api.reads;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.accordledger.core.Marking;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.projections.timeline.TimelineEntry;
import org.accordledger.projections.timeline.TimelineQuery;

/**
 * The events of the cases of whole accords. What was recorded never changes, so it is read once and
 * kept, and the next reader adds only what was recorded since. What is kept is bounded: of an
 * accord with more events than that, every reader reads all of them.
 */
final class CasesOfAccords {
  /** Events, of all accords together. */
  private static final long KEPT = 50_000;

  private final TimelineQuery timeline;
  private final Function<TimelineEntry, Recorded<CaseEvent>> decoder;
  private final Cache<AccordId, Read> known =
      Caffeine.newBuilder()
          .maximumWeight(KEPT)
          .weigher((AccordId accord, Read read) -> 1 + read.events().size())
          .build();

  /** Every event up to a position, whatever its marking. */
  private record Read(long position, List<Recorded<CaseEvent>> events) {}

  /**
   * What a reader sees of an accord's cases.
   *
   * @param events of the cases the reader may see, by position
   * @param leftOut how many cases the reader may not know of. Nothing but the accord narrows this
   *     number: by party, month or outcome it would tell about them
   */
  record Seen(List<Recorded<CaseEvent>> events, long leftOut) {}

  CasesOfAccords(TimelineQuery timeline, Function<TimelineEntry, Recorded<CaseEvent>> decoder) {
    this.timeline = timeline;
    this.decoder = decoder;
  }

  /**
   * Reads.
   *
   * @param visible markings the reader may see
   * @throws org.accordledger.projections.PositionNotApplied if the position is not reached yet
   */
  Seen seen(AccordId accord, Set<Marking> visible, long position) {
    List<Recorded<CaseEvent>> seen = new ArrayList<>();
    Set<String> hidden = new HashSet<>();
    for (Recorded<CaseEvent> one : upTo(accord, position)) {
      if (one.position() > position) {
        break;
      }
      if (one.event() instanceof AllegationSubmitted first
          && !visible.contains(first.allegation().marking())) {
        hidden.add(one.streamId());
      }
      if (!hidden.contains(one.streamId())) {
        seen.add(one);
      }
    }
    return new Seen(seen, hidden.size());
  }

  private List<Recorded<CaseEvent>> upTo(AccordId accord, long position) {
    Read before = known.getIfPresent(accord);
    if (before != null && before.position() >= position) {
      return before.events();
    }
    List<Recorded<CaseEvent>> events =
        new ArrayList<>(before == null ? List.of() : before.events());
    for (TimelineEntry entry :
        timeline.cases(accord, before == null ? -1 : before.position(), position)) {
      events.add(decoder.apply(entry));
    }
    Read now = new Read(position, Collections.unmodifiableList(events));
    // of two readers at once the one who read further is remembered
    var _ =
        known
            .asMap()
            .merge(accord, now, (one, other) -> one.position() >= other.position() ? one : other);
    return now.events();
  }
}
