package org.accordledger.projections.scorecard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.election.ElectionEvent;
import org.accordledger.core.inquiry.InquiryEvent;
import org.accordledger.core.scorecard.AccordFigures;
import org.accordledger.core.scorecard.CaseFigures;
import org.accordledger.core.scorecard.Contribution;
import org.accordledger.core.scorecard.Figures;
import org.accordledger.core.series.SeriesEvent;
import org.accordledger.projections.PoisonEvent;
import org.accordledger.projections.scorecard.CaseRows.Change;
import org.accordledger.projections.scorecard.CaseRows.Opening;
import org.accordledger.projections.scorecard.MonthRows.Total;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One batch in memory: what stood before it is loaded at once, the events are applied one by one,
 * and what changed is written at once.
 */
final class ScorecardBatch {
  private final List<Recorded<? extends LedgerEvent>> batch;
  private final Map<String, OneCase> cases;
  private final Map<String, AccordFigures> accords;
  private final Map<MonthKey, Figures> months;
  private final Set<MonthKey> known;
  private final Set<MonthKey> touched = new HashSet<>();
  private final List<Opening> openings = new ArrayList<>();
  private final List<AccordRows.Change> accordChanges = new ArrayList<>();
  private final Map<String, List<Change>> changes = new LinkedHashMap<>();

  private ScorecardBatch(
      List<Recorded<? extends LedgerEvent>> batch,
      Map<String, OneCase> cases,
      Map<String, AccordFigures> accords,
      Map<MonthKey, Figures> months) {
    this.batch = batch;
    this.cases = cases;
    this.accords = accords;
    this.months = months;
    this.known = Set.copyOf(months.keySet());
  }

  static ScorecardBatch load(
      JdbcTemplate jdbc, ScorecardMemory memory, List<Recorded<? extends LedgerEvent>> batch) {
    Set<String> caseIds = new HashSet<>();
    Set<String> accordIds = new HashSet<>();
    Set<String> opened = new HashSet<>();
    Set<MonthKey> keys = new HashSet<>();
    PoisonEvent.guarding(
        batch,
        recorded -> {
          switch (recorded.event()) {
            case AllegationSubmitted event -> {
              opened.add(recorded.streamId());
              keys.add(opened(event).key());
            }
            case CaseEvent _ -> caseIds.add(recorded.streamId());
            case AccordEvent _ -> accordIds.add(recorded.streamId());
            case ElectionEvent _, InquiryEvent _, SeriesEvent _ -> {
              // what happened or was counted in the world, or asked in private, moves no grade
            }
            default -> throw new IllegalStateException("it is of no kind the scorecard knows");
          }
        });
    caseIds.removeAll(opened);
    Map<String, OneCase> cases = memory.cases(jdbc, caseIds);
    cases.values().forEach(one -> keys.add(one.key()));
    return new ScorecardBatch(
        batch, cases, AccordRows.load(jdbc, accordIds), memory.months(jdbc, keys));
  }

  private static OneCase opened(AllegationSubmitted event) {
    return new OneCase(CaseFigures.evolve(null, event), event.allegation().marking());
  }

  void apply() {
    PoisonEvent.guarding(
        batch,
        recorded -> {
          switch (recorded.event()) {
            case AllegationSubmitted event -> open(recorded, event);
            case CaseEvent event -> change(recorded, event);
            case AccordEvent event -> change(recorded, event);
            case ElectionEvent _, InquiryEvent _, SeriesEvent _ -> {
              // as above
            }
            default -> throw new IllegalStateException("it is of no kind the scorecard knows");
          }
        });
  }

  private void open(Recorded<?> recorded, AllegationSubmitted event) {
    OneCase opened = opened(event);
    openings.add(Opening.of(recorded, event, opened));
    record(recorded, Contribution.NONE, opened);
  }

  private void change(Recorded<?> recorded, CaseEvent event) {
    OneCase before = cases.get(recorded.streamId());
    if (before == null) {
      throw new IllegalStateException("its case was never submitted");
    }
    CaseFigures after = CaseFigures.evolve(before.figures(), event);
    if (!after.equals(before.figures())) {
      record(recorded, before.figures().contribution(), new OneCase(after, before.marking()));
    }
  }

  private void record(Recorded<?> recorded, Contribution before, OneCase after) {
    Contribution contribution = after.figures().contribution();
    cases.put(recorded.streamId(), after);
    List<Change> ofThisCase = changes.computeIfAbsent(recorded.streamId(), _ -> new ArrayList<>());
    if (!ofThisCase.isEmpty()) {
      // the state is kept with the last change of a batch alone
      ofThisCase.add(ofThisCase.removeLast().withoutState());
    }
    ofThisCase.add(
        new Change(
            recorded.position(), recorded.streamId(), before, contribution, after.figures()));
    if (!contribution.equals(before)) {
      MonthKey key = after.key();
      months.computeIfAbsent(key, _ -> new Figures()).replace(before, contribution);
      touched.add(key);
    }
  }

  private void change(Recorded<?> recorded, AccordEvent event) {
    @Nullable AccordFigures before = accords.get(recorded.streamId());
    AccordFigures after = AccordFigures.evolve(before, event);
    if (!after.equals(before)) {
      accords.put(recorded.streamId(), after);
      accordChanges.add(new AccordRows.Change(recorded.position(), after));
    }
  }

  void write(JdbcTemplate jdbc) {
    Recorded<?> last = batch.getLast();
    List<Total> totals =
        touched.stream()
            .map(key -> new Total(key, last.position(), last.recordedAt(), figures(key)))
            .toList();
    CaseRows.writeOpenings(jdbc, openings);
    CaseRows.writeChanges(jdbc, changes.values().stream().flatMap(Collection::stream).toList());
    AccordRows.write(jdbc, accordChanges);
    MonthRows.write(
        jdbc, totals, totals.stream().filter(total -> !known.contains(total.key())).toList());
    Moments.write(jdbc, batch);
    jdbc.update("insert into scorecard_batch (position) values (?)", last.position());
  }

  Map<String, OneCase> cases() {
    return cases;
  }

  Map<MonthKey, Figures> months() {
    return months;
  }

  private Figures figures(MonthKey key) {
    return Objects.requireNonNull(months.get(key));
  }
}
