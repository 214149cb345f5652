package org.accordledger.api.reads;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accordledger.api.security.Reader;
import org.accordledger.api.visibility.CaseOrigins;
import org.accordledger.api.visibility.CaseOrigins.Origin;
import org.accordledger.api.visibility.Visible;
import org.accordledger.core.Marking;
import org.accordledger.core.Recorded;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.Stage;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.Page;
import org.accordledger.projections.Reading;
import org.accordledger.projections.docket.DocketEntry;
import org.accordledger.projections.docket.DocketFilter;
import org.accordledger.projections.docket.DocketProjection;
import org.accordledger.projections.docket.DocketQuery;
import org.accordledger.projections.scorecard.CaseBehind;
import org.accordledger.projections.timeline.TimelineProjection;
import org.jspecify.annotations.Nullable;

/** Cases as readers see them: what a reader may not know of is not found. */
public final class CaseReads {
  private final Streams streams;
  private final AccordReads accords;
  private final DocketQuery docket;
  private final Texts texts;
  private final EventCodec codec;
  private final ScorecardReads scorecards;
  private final Views views;
  private final CaseOrigins origins;

  CaseReads(
      Streams streams,
      AccordReads accords,
      DocketQuery docket,
      Texts texts,
      EventCodec codec,
      ScorecardReads scorecards,
      Views views,
      CaseOrigins origins) {
    this.streams = streams;
    this.accords = accords;
    this.docket = docket;
    this.texts = texts;
    this.codec = codec;
    this.scorecards = scorecards;
    this.views = views;
    this.origins = origins;
  }

  /** The events of one case that a reader may see, and the markings that reader sees in it. */
  private record Opened(
      Found<List<Recorded<CaseEvent>>> found, AllegationSubmitted first, Visible visible) {}

  /**
   * One case.
   *
   * @throws org.accordledger.api.problem.ProblemException not found, at that point and for this
   *     reader
   */
  public Found<CaseDocument> get(CaseId caseId, AsOf asOf) {
    Opened opened = open(caseId, asOf);
    JudgedUnder judged =
        JudgedUnder.of(
            opened.first(),
            accords.find(opened.first().allegation().accord(), AsOf.head()).map(Found::document));
    CaseDocument document =
        CaseFile.document(
            opened.found().document(),
            judged,
            refs -> texts.of(refs, opened.visible().markings()),
            opened.visible());
    return new Found<>(
        document, opened.found().position(), opened.found().recordedAt(), opened.found().past());
  }

  /** The events of one case, oldest first. Errors as {@link #get}. */
  public Found<TimelineDocument> timeline(CaseId caseId, AsOf asOf) {
    Opened opened = open(caseId, asOf);
    List<TimelineDocument.Entry> entries =
        opened.found().document().stream()
            .filter(recorded -> opened.visible().shows(recorded.event()))
            .map(recorded -> entry(recorded, opened.visible()))
            .toList();
    return new Found<>(
        new TimelineDocument(caseId, entries),
        opened.found().position(),
        opened.found().recordedAt(),
        opened.found().past());
  }

  /**
   * A page of cases as they stood at a point, the newest first.
   *
   * @throws org.accordledger.api.problem.ProblemException for a position that is not reached yet,
   *     and for a cursor that no page gave
   */
  public Found<Page<DocketEntry>> list(
      DocketFilter filter, AsOf asOf, @Nullable String cursor, int limit) {
    Set<Marking> visible = Reader.current().under(filter.accord());
    if (asOf instanceof AsOf.Head) {
      Reading<Page<DocketEntry>> reading =
          Parameters.refusing(() -> docket.list(filter, visible, cursor, limit));
      return new Found<>(shown(reading.value()), reading.position(), reading.recordedAt(), false);
    }
    Point point = streams.at(asOf);
    await(DocketProjection.NAME, point);
    Page<DocketEntry> page =
        Parameters.refusing(() -> docket.listAt(point.position(), filter, visible, cursor, limit));
    return point.found(shown(with(page, at(page.items(), point))));
  }

  /** The entries as they stood at a point, put together from the events of their cases. */
  private List<DocketEntry> at(List<DocketEntry> entries, Point point) {
    await(TimelineProjection.NAME, point);
    List<String> ids = entries.stream().map(entry -> entry.caseId().value()).toList();
    Map<String, List<Recorded<CaseEvent>>> events = streams.read(ids, CaseEvent.class, point);
    return entries.stream()
        .map(entry -> entry.after(events.getOrDefault(entry.caseId().value(), List.of())))
        .toList();
  }

  private Page<DocketEntry> shown(Page<DocketEntry> page) {
    return with(page, page.items().stream().map(this::shown).toList());
  }

  private static Page<DocketEntry> with(Page<?> page, List<DocketEntry> entries) {
    return new Page<>(entries, page.next(), page.prev(), page.leftOut());
  }

  /** Without the case it was joined into, if the reader may not know of that one. */
  private DocketEntry shown(DocketEntry entry) {
    CaseId into = entry.course().joinedInto();
    return into == null || origins.mayBeKnown(into, Reader.current())
        ? entry
        : entry.withoutJoinedInto();
  }

  /**
   * A page of the cases that a figure of the scorecard counts at the point asked for, the newest
   * first.
   *
   * @throws org.accordledger.api.problem.ProblemException if the docket does not keep up, and for a
   *     position that is not reached yet
   */
  public Found<Page<DocketEntry>> counted(CellRequest figure) {
    Reading<Page<CaseBehind>> reading = scorecards.behind(figure, figure.asOf());
    Point point =
        new Point(reading.position(), reading.recordedAt(), !(figure.asOf() instanceof AsOf.Head));
    await(DocketProjection.NAME, point);
    Set<Marking> visible = Reader.current().under(figure.key().accord());
    List<DocketEntry> entries =
        reading.value().items().stream()
            .flatMap(one -> docket.find(one.caseId(), visible).value().stream())
            .toList();
    return point.found(shown(with(reading.value(), point.past() ? at(entries, point) : entries)));
  }

  /**
   * Whatever view the point was found in, the one that is read beside it has to have come to it.
   */
  private void await(String view, Point point) {
    if (point.position() >= 0) {
      views.await(view, Long.toString(point.position()));
    }
  }

  /**
   * How many cases this reader may see in each stage.
   *
   * @param at the point a page shows
   */
  public Map<Stage, Long> stages(Found<?> at) {
    Set<Marking> visible = Reader.current().everywhere();
    if (!at.past()) {
      return docket.countByStage(DocketFilter.all(), visible).value();
    }
    await(DocketProjection.NAME, new Point(at.position(), at.recordedAt(), true));
    return docket.countByStageAt(at.position(), DocketFilter.all(), visible);
  }

  private Opened open(CaseId caseId, AsOf asOf) {
    return streams
        .read(caseId.value(), CaseEvent.class, asOf)
        .filter(found -> found.document().getFirst().event() instanceof AllegationSubmitted)
        .map(
            found -> {
              var first = (AllegationSubmitted) found.document().getFirst().event();
              Origin origin = Origin.of(first.allegation());
              Visible visible = origins.visible(origin, Reader.current()).in(found.document());
              return new Opened(found, first, visible);
            })
        .filter(
            opened -> opened.visible().markings().contains(opened.first().allegation().marking()))
        .orElseThrow(() -> Parameters.notFound("There is no case " + caseId + "."));
  }

  private TimelineDocument.Entry entry(Recorded<CaseEvent> recorded, Visible visible) {
    CaseEvent event = recorded.event();
    return new TimelineDocument.Entry(
        recorded.position(),
        recorded.streamVersion(),
        codec.encode(event).type(),
        recorded.recordedAt(),
        event.filed().day(),
        event.filed().by().role(),
        event.filed().by().body(),
        visible.event(event),
        texts.of(CaseTexts.of(event), visible.markings()));
  }
}
