package org.accordledger.api.reads;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.accordledger.core.ContentRef;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Recorded;
import org.accordledger.core.series.Comparison;
import org.accordledger.core.series.PeriodCount;
import org.accordledger.core.series.PeriodLength;
import org.accordledger.core.series.Series;
import org.accordledger.core.series.SeriesEvent;
import org.accordledger.core.series.SeriesEvent.CountsRecorded;
import org.accordledger.core.series.SeriesEvent.SeriesAttached;
import org.accordledger.core.series.SeriesEvent.SeriesOpened;
import org.jspecify.annotations.Nullable;

/** Puts a series' events together into the document that readers see. */
final class SeriesFile {
  private final Function<Map<LanguageTag, ContentRef>, List<TextDocument>> texts;
  private final Map<LocalDate, SeriesDocument.Count> counts = new TreeMap<>();
  private final List<Recorded<SeriesEvent>> attachments = new ArrayList<>();
  private @Nullable Series state;

  private SeriesFile(Function<Map<LanguageTag, ContentRef>, List<TextDocument>> texts) {
    this.texts = texts;
  }

  /**
   * Puts the document together.
   *
   * @param events of one series from its first one on, in order
   * @param texts looks up texts by their digests
   */
  static SeriesDocument document(
      List<Recorded<SeriesEvent>> events,
      Function<Map<LanguageTag, ContentRef>, List<TextDocument>> texts) {
    SeriesFile file = new SeriesFile(texts);
    events.forEach(file::read);
    return file.close(events.getFirst(), events.getLast());
  }

  private void read(Recorded<SeriesEvent> recorded) {
    state = Series.evolve(state, recorded.event());
    switch (recorded.event()) {
      case CountsRecorded e -> e.counts().forEach(one -> count(recorded, e, one));
      case SeriesAttached _ -> attachments.add(recorded);
      case SeriesOpened _ -> {
        // the state of core holds what it says
      }
    }
  }

  private void count(Recorded<SeriesEvent> recorded, CountsRecorded event, PeriodCount one) {
    PeriodLength periods = opened().periods();
    SeriesDocument.Count before = counts.get(one.from());
    if (before != null && before.count() == one.count()) {
      return;
    }
    counts.put(
        one.from(),
        new SeriesDocument.Count(
            one.from(),
            periods.after(one.from()).minusDays(1),
            one.count(),
            recorded.position(),
            event.filed().day(),
            before == null ? List.of() : superseded(before, event.reason())));
  }

  private List<SeriesDocument.Superseded> superseded(
      SeriesDocument.Count before, @Nullable ContentRef reason) {
    List<SeriesDocument.Superseded> all = new ArrayList<>(before.superseded());
    all.add(
        new SeriesDocument.Superseded(
            before.count(),
            before.position(),
            before.filedOn(),
            reason == null ? null : texts.apply(Map.of(TextDocument.UNKNOWN, reason)).getFirst()));
    return List.copyOf(all);
  }

  private SeriesOpened opened() {
    return Objects.requireNonNull(state, "a stream has at least one event").opened();
  }

  private SeriesDocument close(Recorded<SeriesEvent> first, Recorded<SeriesEvent> last) {
    SeriesOpened opened = opened();
    return new SeriesDocument(
        opened.series(),
        last.streamVersion(),
        last.position(),
        first.recordedAt(),
        opened.keeper(),
        opened.accord(),
        opened.title(),
        opened.indicator(),
        opened.unit(),
        opened.source(),
        opened.method(),
        opened.concerns(),
        opened.periods(),
        opened.marking(),
        List.copyOf(counts.values()),
        attachments.stream().map(this::attachment).toList(),
        Comparison.CAVEAT);
  }

  private SeriesDocument.Attachment attachment(Recorded<SeriesEvent> recorded) {
    SeriesAttached attached = (SeriesAttached) recorded.event();
    return new SeriesDocument.Attachment(
        attached.accord(),
        attached.clause(),
        recorded.position(),
        Comparison.of(Objects.requireNonNull(state), attached.divides()));
  }
}
