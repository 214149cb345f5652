package org.accordledger.api.reads;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.accordledger.api.security.Reader;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.Accord;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.Obligations;
import org.accordledger.core.accord.Uncovered;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.scorecard.Period;
import org.accordledger.core.scorecard.Reciprocity;
import org.accordledger.core.scorecard.Tally;
import org.accordledger.core.scorecard.UncoveredConduct;
import org.accordledger.projections.AsOf;
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
  Found<ReciprocityDocument> reciprocity(AccordId accord, AsOf asOf) {
    Found<List<Recorded<CaseEvent>>> cases = cases(accord, asOf);
    Reciprocity reciprocity = new Reciprocity();
    cases.document().forEach(one -> reciprocity.apply(one.streamId(), one.event()));
    return cases.with(new ReciprocityDocument(accord, reciprocity.lines()));
  }

  /** What was alleged and is governed by no clause. */
  Found<UncoveredConductDocument> uncoveredConduct(AccordId accord, AsOf asOf) {
    Found<List<Recorded<CaseEvent>>> cases = cases(accord, asOf);
    UncoveredConduct conduct = new UncoveredConduct();
    cases.document().forEach(conduct::apply);
    return cases.with(new UncoveredConductDocument(accord, conduct.items()));
  }

  /**
   * The counters of the scorecard by something else than its cells.
   *
   * @param value only the cases that have it; null for all
   */
  Found<TallyDocument> tally(
      AccordId accord, Tally.By by, @Nullable String value, Period incidents, AsOf asOf) {
    AccordDocument document = accords.get(accord, asOf).document();
    Found<List<Recorded<CaseEvent>>> cases =
        streams.cases(accord, Reader.current().under(accord), asOf);
    Tally tally = new Tally(by, incidents, document::clause);
    cases.document().forEach(one -> tally.apply(one.streamId(), one.event()));
    List<Tally.Line> lines =
        tally.lines().stream().filter(line -> value == null || value.equals(line.value())).toList();
    return cases.with(new TallyDocument(accord, by, incidents, lines));
  }

  private Found<List<Recorded<CaseEvent>>> cases(AccordId accord, AsOf asOf) {
    accords.events(accord, asOf);
    return streams.cases(accord, Reader.current().under(accord), asOf);
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
