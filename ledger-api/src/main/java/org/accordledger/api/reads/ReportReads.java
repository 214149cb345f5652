package org.accordledger.api.reads;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accordledger.api.security.Reader;
import org.accordledger.core.BodyId;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.Accord;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.Obligations;
import org.accordledger.core.accord.Uncovered;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.scorecard.Reciprocity;
import org.accordledger.core.scorecard.ResponseTimes;
import org.accordledger.core.scorecard.Tally;
import org.accordledger.core.scorecard.UncoveredConduct;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.Page;
import org.jspecify.annotations.Nullable;

/**
 * Reports on one accord that are put together from its events and those of its cases, as the reader
 * of the request may see them. All of them throw {@link
 * org.accordledger.api.problem.ProblemException} for an accord that there is not at that point.
 */
public final class ReportReads {
  private final Streams streams;
  private final AccordReads accords;

  ReportReads(Streams streams, AccordReads accords) {
    this.streams = streams;
    this.accords = accords;
  }

  /** What nobody monitors. */
  Found<UncoveredDocument> uncovered(AccordId accord, AsOf asOf) {
    OnDay state = onDay(accord, asOf);
    return state.found(
        new UncoveredDocument(accord, state.day(), Uncovered.on(state.accord(), state.day())));
  }

  /** What each party owes and what it was given in return. */
  Found<ObligationsDocument> obligations(AccordId accord, AsOf asOf) {
    OnDay state = onDay(accord, asOf);
    return state.found(
        new ObligationsDocument(accord, state.day(), Obligations.on(state.accord(), state.day())));
  }

  /** Who filed against whom, and what was upheld. */
  Found<ReciprocityDocument> reciprocity(AccordId accord, ReportRequest request) {
    Cases cases = cases(accord, request.asOf());
    Reciprocity reciprocity = new Reciprocity(request.incidents());
    cases.events().forEach(one -> reciprocity.apply(one.streamId(), one.event()));
    return cases.found(
        new ReciprocityDocument(accord, request.incidents(), reciprocity.lines(), cases.leftOut()));
  }

  /** What was alleged and is governed by no clause. */
  Found<UncoveredConductDocument> uncoveredConduct(AccordId accord, ReportRequest request) {
    Cases cases = cases(accord, request.asOf());
    UncoveredConduct conduct = new UncoveredConduct(request.incidents());
    cases.events().forEach(conduct::apply);
    Page<UncoveredConduct.Item> page =
        Pages.of(
            conduct.items(),
            request.from(),
            request.limit(),
            UncoveredConduct.Item::position,
            cases.leftOut());
    return cases.found(
        new UncoveredConductDocument(
            accord, request.incidents(), page.items(), page.next(), page.prev(), page.leftOut()));
  }

  /**
   * How long answers took.
   *
   * @param respondent whose answers; null for everybody's
   * @param clause under which; null for every one
   */
  Found<ResponseTimesDocument> responseTimes(
      AccordId accord,
      @Nullable BodyId respondent,
      @Nullable ClauseCode clause,
      ReportRequest request) {
    Cases cases = cases(accord, request.asOf());
    ResponseTimes times = new ResponseTimes(request.incidents());
    cases.events().forEach(times::apply);
    List<ResponseTimes.Item> items =
        times.items().stream()
            .filter(item -> respondent == null || respondent.equals(item.respondent()))
            .filter(item -> clause == null || clause.equals(item.clause()))
            .toList();
    Page<ResponseTimes.Item> page =
        Pages.of(
            items, request.from(), request.limit(), ResponseTimes.Item::position, cases.leftOut());
    return cases.found(
        new ResponseTimesDocument(
            accord,
            request.incidents(),
            ResponseTimes.lines(items),
            page.items(),
            page.next(),
            page.prev(),
            page.leftOut()));
  }

  /**
   * The counters of the scorecard by something else than its cells.
   *
   * @param value only the cases that have it; null for all
   */
  Found<TallyDocument> tally(
      AccordId accord, Tally.By by, @Nullable String value, ReportRequest request) {
    Cases cases = cases(accord, request.asOf());
    AccordDocument document = accords.get(accord, cases.point().asOf()).document();
    Tally tally = new Tally(by, request.incidents(), document::clause);
    Map<CaseId, Long> submitted = new HashMap<>();
    for (Recorded<CaseEvent> one : cases.events()) {
      tally.apply(one.streamId(), one.event());
      if (one.event() instanceof AllegationSubmitted first) {
        submitted.put(first.caseId(), one.position());
      }
    }
    List<TallyDocument.Line> lines =
        tally.lines().stream()
            .filter(line -> value == null || value.equals(line.value()))
            .map(line -> line(line, submitted, request))
            .toList();
    return cases.found(new TallyDocument(accord, by, request.incidents(), lines, cases.leftOut()));
  }

  private static TallyDocument.Line line(
      Tally.Line line, Map<CaseId, Long> submitted, ReportRequest request) {
    Page<CaseId> page =
        Pages.of(
            line.cases(), request.from(), request.limit(), id -> submitted.getOrDefault(id, 0L), 0);
    return new TallyDocument.Line(
        line.value(),
        line.counts(),
        line.medianDaysToRespond(),
        line.medianDaysToDecide(),
        page.items(),
        page.next(),
        page.prev());
  }

  /** The accord must be there, and everything is read at the one position. */
  private Cases cases(AccordId accord, AsOf asOf) {
    Point point = streams.at(asOf);
    accords.requireThere(accord, point.asOf());
    return new Cases(point, streams.cases(accord, Reader.current().under(accord), point));
  }

  /** The cases of an accord that the reader may see, and how many it may not know of. */
  private record Cases(Point point, CasesOfAccords.Seen seen) {
    List<Recorded<CaseEvent>> events() {
      return seen.events();
    }

    long leftOut() {
      return seen.leftOut();
    }

    <D> Found<D> found(D document) {
      return point.found(document);
    }
  }

  private OnDay onDay(AccordId accord, AsOf asOf) {
    Found<List<Recorded<AccordEvent>>> events = accords.events(accord, asOf);
    Accord state = Accord.evolve(null, events.document().getFirst().event());
    for (Recorded<AccordEvent> recorded : events.document().subList(1, events.document().size())) {
      state = Accord.evolve(state, recorded.event());
    }
    return new OnDay(state, day(asOf, events.document().getLast(), events.recordedAt()), events);
  }

  /** A time asked for names its day; otherwise it is the day of the last event read. */
  static LocalDate day(AsOf asOf, Recorded<?> last, @Nullable Instant recordedAt) {
    Instant read = recordedAt == null ? last.recordedAt() : recordedAt;
    Instant at = asOf instanceof AsOf.Time(Instant time) ? time : read;
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private record OnDay(Accord accord, LocalDate day, Found<?> at) {
    <D> Found<D> found(D document) {
      return at.with(document);
    }
  }
}
