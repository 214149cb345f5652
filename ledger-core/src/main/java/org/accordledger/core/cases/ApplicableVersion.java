package org.accordledger.core.cases;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.Occurred;
import org.accordledger.core.accord.AccordTerms.ClauseInForce;
import org.jspecify.annotations.Nullable;

/**
 * The version of a clause that conduct is judged under: the first that held on a day on which the
 * conduct may have taken place. Conduct that went on across versions is judged under the one it
 * began under, and conduct that began before any held is judged under the first one.
 *
 * <p>Undated conduct cannot be placed: it is judged under the version that holds on the day of
 * filing, else the newest, and whether it came before is for the registrar to say.
 *
 * @param held null if no version held on any of those days
 * @param first the version that entered into force first
 * @param closest {@code held}, or the newest version to read the clause's text from
 * @param latest the last day on which the conduct may have taken place, at most the day of filing
 * @param ongoing the conduct had not ended on that day
 */
record ApplicableVersion(
    @Nullable ClauseInForce held,
    ClauseInForce first,
    ClauseInForce closest,
    LocalDate latest,
    boolean ongoing) {

  /**
   * Finds it.
   *
   * @param versions at least one, oldest first
   * @param filed day of filing
   */
  static ApplicableVersion of(List<ClauseInForce> versions, Occurred occurred, LocalDate filed) {
    LocalDate end = occurred.latest();
    LocalDate latest = end == null || end.isAfter(filed) ? filed : end;
    LocalDate from = occurred.from();
    ClauseInForce first = versions.getFirst();
    ClauseInForce newest = versions.getLast();
    LocalDate earliest = from == null ? latest : from;
    ClauseInForce held =
        versions.stream()
            .filter(version -> heldBetween(version, earliest, latest))
            .findFirst()
            .orElse(null);
    if (held == null && from == null && !latest.isBefore(first.from())) {
      held = newest;
    }
    return new ApplicableVersion(
        held, first, held == null ? newest : held, latest, occurred.ongoing());
  }

  /** True if the conduct is over, and every day of it was before the clause held. */
  boolean endedBeforeEntry() {
    return !ongoing && latest.isBefore(first.from());
  }

  private static boolean heldBetween(ClauseInForce version, LocalDate from, LocalDate to) {
    LocalDate until = version.until();
    boolean heldAtAll = until == null || !until.isBefore(version.from());
    return heldAtAll && !version.from().isAfter(to) && (until == null || !until.isBefore(from));
  }
}
