package org.accordledger.api.reads;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.accordledger.api.security.Reader;
import org.accordledger.api.visibility.SeriesOrigins.Origin;
import org.accordledger.core.BodyId;
import org.accordledger.core.Marking;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.series.Comparison;
import org.accordledger.core.series.SeriesEvent;
import org.accordledger.core.series.SeriesEvent.SeriesOpened;
import org.accordledger.core.series.SeriesId;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.series.SeriesEntry;
import org.accordledger.projections.series.SeriesFilter;
import org.accordledger.projections.series.SeriesQuery;
import org.jspecify.annotations.Nullable;

/** Observation series as the reader of the request may see them. */
public final class SeriesReads {
  private static final int AT_A_TIME = 200;

  private final SeriesQuery index;
  private final Streams streams;
  private final Texts texts;

  SeriesReads(SeriesQuery index, Streams streams, Texts texts) {
    this.index = index;
    this.streams = streams;
    this.texts = texts;
  }

  /**
   * A page of series.
   *
   * @param cursor from an earlier page; null for the first
   * @param limit most series on the page
   * @throws org.accordledger.api.problem.ProblemException for a position that is not reached yet
   */
  public Found<SeriesListDocument> list(
      SeriesFilter filter, AsOf asOf, @Nullable String cursor, int limit) {
    long after = cursor == null ? -1 : place(cursor);
    Point point = streams.at(asOf, index.position());
    List<SeriesEntry> known = known(filter, point, after, limit + 1);
    List<SeriesEntry> page = known.subList(0, Math.min(limit, known.size()));
    Map<String, List<Recorded<SeriesEvent>>> events =
        streams.read(
            page.stream().map(entry -> entry.series().value()).toList(), SeriesEvent.class, point);
    List<SeriesListDocument.Item> items =
        page.stream()
            .map(entry -> item(document(events.get(entry.series().value())), filter))
            .toList();
    String next =
        known.size() > limit ? Parameters.encoded(Long.toString(page.getLast().position())) : null;
    return point.found(new SeriesListDocument(items, next, Comparison.CAVEAT));
  }

  /** The place in the list that a cursor names. */
  private static long place(String cursor) {
    String place = Parameters.decoded(cursor);
    if (!place.matches("[0-9]{1,18}")) {
      throw Parameters.notOurs();
    }
    return Long.parseLong(place);
  }

  /**
   * So many of those the reader may know of, asked for in parts: only the application knows who.
   */
  private List<SeriesEntry> known(SeriesFilter filter, Point point, long after, int most) {
    Reader reader = Reader.current();
    List<SeriesEntry> known = new ArrayList<>();
    long last = after;
    List<SeriesEntry> part;
    do {
      long from = last;
      part = Parameters.refusing(() -> index.list(filter, point.asOf(), from, AT_A_TIME)).value();
      for (SeriesEntry entry : part) {
        last = entry.position();
        if (origin(entry).mayBeKnownTo(reader)) {
          known.add(entry);
        }
      }
    } while (part.size() == AT_A_TIME && known.size() < most);
    return known.subList(0, Math.min(most, known.size()));
  }

  private static Origin origin(SeriesEntry entry) {
    return new Origin(entry.keeper(), entry.accord(), entry.marking());
  }

  private static SeriesListDocument.Item item(SeriesDocument document, SeriesFilter filter) {
    return new SeriesListDocument.Item(
        document.series(),
        document.keeper(),
        document.accord(),
        document.title(),
        document.indicator(),
        document.unit(),
        document.source(),
        document.method(),
        document.concerns(),
        document.periods(),
        document.counts().size(),
        document.attachments().stream()
            .filter(one -> isAny(filter.accord(), one.accord()))
            .filter(one -> isAny(filter.clause(), one.clause()))
            .toList());
  }

  private static boolean isAny(@Nullable Object wanted, Object given) {
    return wanted == null || wanted.equals(given);
  }

  /**
   * One series.
   *
   * @throws org.accordledger.api.problem.ProblemException not found, at that point or for this
   *     reader
   */
  public Found<SeriesDocument> get(SeriesId series, AsOf asOf) {
    return find(series, asOf)
        .orElseThrow(() -> Parameters.notFound("There is no series " + series + "."));
  }

  private Optional<Found<SeriesDocument>> find(SeriesId series, AsOf asOf) {
    return streams
        .read(series.value(), SeriesEvent.class, asOf)
        .filter(found -> originOf(found.document()).mayBeKnownTo(Reader.current()))
        .map(found -> found.with(document(found.document())));
  }

  private SeriesDocument document(@Nullable List<Recorded<SeriesEvent>> events) {
    List<Recorded<SeriesEvent>> all =
        Objects.requireNonNull(events, "a series that is listed has its first event");
    Set<Marking> visible = originOf(all).visibleTo(Reader.current());
    return SeriesFile.document(all, refs -> texts.of(refs, visible));
  }

  private static Origin originOf(List<Recorded<SeriesEvent>> events) {
    return Origin.of((SeriesOpened) events.getFirst().event());
  }

  /** Reads what is asked for from query parameters; null or empty means any. */
  static SeriesFilter filter(
      @Nullable String accord, @Nullable String clause, @Nullable String concerns) {
    return new SeriesFilter(
        Parameters.id("accord", accord, AccordId::new),
        Parameters.id("clause", clause, ClauseCode::new),
        Parameters.id("concerns", concerns, BodyId::new));
  }
}
