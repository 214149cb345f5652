package org.accordledger.api.reads;

import java.util.List;
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
import org.accordledger.projections.Reading;
import org.accordledger.projections.series.SeriesEntry;
import org.accordledger.projections.series.SeriesFilter;
import org.accordledger.projections.series.SeriesQuery;
import org.jspecify.annotations.Nullable;

/** Observation series as the reader of the request may see them. */
public final class SeriesReads {
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
    Reader reader = Reader.current();
    String after = cursor == null ? "" : Parameters.decoded(cursor);
    long opened = after.matches("[0-9]{1,18}") ? Long.parseLong(after) : -1;
    Reading<List<SeriesEntry>> reading = Parameters.refusing(() -> index.list(filter, asOf));
    List<SeriesEntry> found =
        reading.value().stream()
            .filter(entry -> entry.position() > opened)
            .filter(entry -> origin(entry).mayBeKnownTo(reader))
            .limit(limit + 1L)
            .toList();
    // the same events for all, also while the ledger grows
    AsOf point = asOf instanceof AsOf.Head ? AsOf.position(reading.position()) : asOf;
    List<SeriesListDocument.Item> items =
        found.stream()
            .limit(limit)
            .flatMap(entry -> find(entry.series(), point).stream())
            .map(one -> item(one.document(), filter))
            .toList();
    String next =
        found.size() > limit
            ? Parameters.encoded(Long.toString(found.get(limit - 1).position()))
            : null;
    boolean past = !(asOf instanceof AsOf.Head);
    return new Found<>(
        new SeriesListDocument(items, next, Comparison.CAVEAT),
        asOf instanceof AsOf.Position(long position) ? position : reading.position(),
        reading.recordedAt(),
        past);
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
        .map(
            found -> {
              Set<Marking> visible = originOf(found.document()).visibleTo(Reader.current());
              return new Found<>(
                  SeriesFile.document(found.document(), refs -> texts.of(refs, visible)),
                  found.position(),
                  found.recordedAt(),
                  found.past());
            });
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
