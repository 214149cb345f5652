package org.accordledger.core.scorecard;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.NegotiationEvent;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.election.ElectionEvent;
import org.accordledger.core.inquiry.InquiryEvent;
import org.accordledger.core.series.SeriesEvent;
import org.jspecify.annotations.Nullable;

/**
 * The scorecard in memory, one event at a time, in the order of the log. Mutable; for one thread.
 */
public final class ScorecardFold {
  private final Map<String, AccordFigures> accords = new HashMap<>();
  private final Map<String, OneCase> cases = new HashMap<>();
  private final Map<MonthKey, Figures> months = new HashMap<>();
  private long position = -1;
  private @Nullable Instant recordedAt;

  private record MonthKey(CellKey cell, @Nullable YearMonth month) {}

  private static final Set<Class<? extends LedgerEvent>> WITHOUT_A_FIGURE =
      Set.of(
          NegotiationEvent.TextContributed.class,
          CaseEvent.ParticularsRequested.class,
          CaseEvent.ParticularsGiven.class,
          CaseEvent.ReplyFiled.class,
          CaseEvent.ExhibitsAdmitted.class,
          CaseEvent.ReactionLinked.class,
          CaseEvent.DenialCorroborated.class,
          CaseEvent.ClaimAssessed.class);

  /** A case and the figures it adds to, side by side: an event looks up one map. */
  private static final class OneCase {
    private final Figures figures;
    private CaseFigures state;
    private Contribution contribution = Contribution.NONE;

    OneCase(CaseFigures state, Figures figures) {
      this.state = state;
      this.figures = figures;
      update(state);
    }

    void update(CaseFigures next) {
      Contribution after = next.contribution();
      figures.replace(contribution, after);
      state = next;
      contribution = after;
    }
  }

  /**
   * Takes the next event into account.
   *
   * @throws IllegalStateException if the event cannot follow what came before
   */
  public void apply(Recorded<? extends LedgerEvent> recorded) {
    if (recorded.position() <= position) {
      throw new IllegalStateException(
          "position " + recorded.position() + " comes after " + position);
    }
    switch (recorded.event()) {
      case AccordEvent event ->
          accords.put(
              recorded.streamId(), AccordFigures.evolve(accords.get(recorded.streamId()), event));
      case CaseEvent event -> apply(recorded.streamId(), event);
      case ElectionEvent _, InquiryEvent _, SeriesEvent _ -> {
        // what happened or was counted in the world, or asked in private, moves no grade by itself
      }
      default ->
          throw new IllegalStateException("unknown kind of event: " + recorded.event().getClass());
    }
    position = recorded.position();
    recordedAt = recorded.recordedAt();
  }

  private void apply(String stream, CaseEvent event) {
    OneCase one = cases.get(stream);
    if (one == null) {
      CaseFigures state = CaseFigures.evolve(null, event);
      Figures figures =
          months.computeIfAbsent(new MonthKey(state.cell(), state.month()), _ -> new Figures());
      cases.put(stream, new OneCase(state, figures));
      return;
    }
    one.update(CaseFigures.evolve(one.state, event));
  }

  /**
   * How things stand after the events so far.
   *
   * @param method null for the one each accord has in force
   */
  public Scorecard scorecard(Period incidents, @Nullable Integer method) {
    return Scorecard.of(position, recordedAt, incidents, method, accords.values(), months());
  }

  /** The figures of every cell and month that has cases, in no order; not copies. */
  public List<CellMonth> months() {
    List<CellMonth> rows = new ArrayList<>(months.size());
    months.forEach((key, figures) -> rows.add(new CellMonth(key.cell(), key.month(), figures)));
    return rows;
  }

  /** The cell that a case counts in; empty for a stream that is no case, or none known here. */
  public Optional<CellKey> cellOf(String stream) {
    return Optional.ofNullable(cases.get(stream)).map(one -> one.state.cell());
  }

  /**
   * Whether figures can depend on an event of this kind. Without the others, what comes after them
   * gives the same figures.
   */
  public static boolean dependsOn(Class<? extends LedgerEvent> kind) {
    return !WITHOUT_A_FIGURE.contains(kind);
  }

  /** The accords as they stand, by id. */
  public Map<AccordId, AccordFigures> accords() {
    Map<AccordId, AccordFigures> byId = new HashMap<>();
    accords.values().forEach(accord -> byId.put(accord.accord(), accord));
    return byId;
  }
}
