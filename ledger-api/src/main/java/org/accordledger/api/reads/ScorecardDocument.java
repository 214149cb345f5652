package org.accordledger.api.reads;

import java.time.Instant;
import java.util.List;
import org.accordledger.core.scorecard.AccordCard;
import org.accordledger.core.scorecard.Cell;
import org.accordledger.core.scorecard.Period;
import org.accordledger.core.scorecard.Scorecard;
import org.jspecify.annotations.Nullable;

/**
 * How the parties stand, as {@code GET /scorecard} answers it.
 *
 * @param position last position taken into account; -1 if there is none
 * @param recordedAt when that one was recorded, which is this scorecard's today; absent if there is
 *     none
 * @param accords what stands above the cells of each accord
 * @param cells one per accord, clause and party, each with every counter
 * @param leftOut cases of the accord asked for that this reader may not know of, of any month
 */
public record ScorecardDocument(
    long position,
    @Nullable Instant recordedAt,
    Period incidents,
    List<AccordCard> accords,
    List<Cell> cells,
    long leftOut) {
  static ScorecardDocument of(Scorecard scorecard, long leftOut) {
    return new ScorecardDocument(
        scorecard.position(),
        scorecard.recordedAt(),
        scorecard.incidents(),
        scorecard.accords(),
        scorecard.cells(),
        leftOut);
  }
}
