package org.accordledger.audit.certificate;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.scorecard.CaseFigures;
import org.accordledger.core.scorecard.Contribution;
import org.accordledger.core.scorecard.Counter;

/**
 * One case and, for each figure it counts in, the position of the event that put it there. Mutable;
 * for one thread.
 */
final class CaseTrail {
  private final Map<Counter, Long> since = new EnumMap<>(Counter.class);
  private CaseFigures figures;
  private Contribution contribution = Contribution.NONE;
  private long respondedAt = -1;
  private long decidedAt = -1;

  CaseTrail(CaseFigures first, long position) {
    figures = first;
    note(position);
  }

  void apply(CaseEvent event, long position) {
    figures = CaseFigures.evolve(figures, event);
    note(position);
  }

  private void note(long position) {
    Contribution after = figures.contribution();
    contribution.changesTo(
        after,
        (counter, change) -> {
          if (change > 0) {
            since.put(counter, position);
          } else {
            since.remove(counter);
          }
        });
    if (contribution.daysToRespond() != after.daysToRespond()) {
      respondedAt = position;
    }
    if (contribution.daysToDecide() != after.daysToDecide()) {
      decidedAt = position;
    }
    contribution = after;
  }

  CaseFigures figures() {
    return figures;
  }

  /** Every figure of a cell this case stands behind, with the position of its event. */
  void forEach(BiConsumer<String, Long> figureAndPosition) {
    since.forEach((counter, position) -> figureAndPosition.accept(counter.code(), position));
    if (contribution.daysToRespond() >= 0) {
      figureAndPosition.accept("median_days_to_respond", respondedAt);
    }
    if (contribution.daysToDecide() >= 0) {
      figureAndPosition.accept("median_days_to_decide", decidedAt);
    }
  }
}
