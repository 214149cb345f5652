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

  /** A page of cases as they stand, the newest first. */
  public Found<Page<DocketEntry>> list(DocketFilter filter, @Nullable String cursor, int limit) {
    Reading<Page<DocketEntry>> reading =
        Parameters.refusing(
            () -> docket.list(filter, Reader.current().under(filter.accord()), cursor, limit));
    Page<DocketEntry> page = reading.value();
    Page<DocketEntry> shown =
        new Page<>(
            page.items().stream().map(this::shown).toList(),
            page.next(),
            page.prev(),
            page.leftOut());
    return new Found<>(shown, reading.position(), reading.recordedAt(), false);
  }

  /** Without the case it was joined into, if the reader may not know of that one. */
  private DocketEntry shown(DocketEntry entry) {
    CaseId into = entry.course().joinedInto();
    return into == null || origins.mayBeKnown(into, Reader.current())
        ? entry
        : entry.withoutJoinedInto();
  }

  /**
   * A page of the cases that a figure of the scorecard counts now, the newest first.
   *
   * @throws org.accordledger.api.problem.ProblemException if the docket does not keep up
   */
  public Found<Page<DocketEntry>> counted(CellRequest figure) {
    Reading<Page<CaseBehind>> reading = scorecards.behind(figure, AsOf.head());
    views.await(DocketProjection.NAME, Long.toString(Math.max(0, reading.position())));
    Set<Marking> visible = Reader.current().under(figure.key().accord());
    Page<CaseBehind> behind = reading.value();
    List<DocketEntry> entries =
        behind.items().stream()
            .flatMap(one -> docket.find(one.caseId(), visible).value().stream())
            .map(this::shown)
            .toList();
    Page<DocketEntry> page = new Page<>(entries, behind.next(), behind.prev(), behind.leftOut());
    return new Found<>(page, reading.position(), reading.recordedAt(), false);
  }

  /** How many cases this reader may see in each stage. */
  public Map<Stage, Long> stages() {
    return docket.countByStage(DocketFilter.all(), Reader.current().everywhere()).value();
  }

  private Opened open(CaseId caseId, AsOf asOf) {
    return streams
        .read(caseId.value(), CaseEvent.class, asOf)
        .filter(found -> found.document().getFirst().event() instanceof AllegationSubmitted)
        .map(
            found -> {
              var first = (AllegationSubmitted) found.document().getFirst().event();
              Origin origin = Origin.of(first.allegation());
              return new Opened(found, first, origins.visible(origin, Reader.current()));
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
