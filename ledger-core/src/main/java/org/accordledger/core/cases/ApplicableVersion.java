package org.accordledger.core.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.accordledger.core.BodyId;
import org.accordledger.core.Occurred;
import org.accordledger.core.accord.AccordTerms.ClauseInForce;
import org.accordledger.core.accord.Release;
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
 * @param release what released the respondent from it on every day of the conduct on which it held;
 *     null if there is a day on which the respondent owed it, or the conduct is undated
 */
record ApplicableVersion(
    @Nullable ClauseInForce held,
    ClauseInForce first,
    ClauseInForce closest,
    LocalDate latest,
    boolean ongoing,
    @Nullable Release release) {

  /**
   * Finds it.
   *
   * @param versions at least one, oldest first
   * @param releases of the accord
   * @param respondent whose conduct it is
   * @param filed day of filing
   */
  static ApplicableVersion of(
      List<ClauseInForce> versions,
      List<Release> releases,
      BodyId respondent,
      Occurred occurred,
      LocalDate filed) {
    LocalDate end = occurred.latest();
    LocalDate latest = end == null || end.isAfter(filed) ? filed : end;
    LocalDate from = occurred.from();
    ClauseInForce first = versions.getFirst();
    ClauseInForce newest = versions.getLast();
    LocalDate earliest = from == null ? latest : from;
    List<ClauseInForce> inForce =
        versions.stream().filter(version -> heldBetween(version, earliest, latest)).toList();
    Optional<ClauseInForce> owed =
        inForce.stream()
            .filter(version -> isOwed(version, releases, respondent, earliest, latest))
            .findFirst();
    ClauseInForce held = owed.or(() -> inForce.stream().findFirst()).orElse(null);
    Release release =
        from == null || held == null || owed.isPresent()
            ? null
            : Release.on(releases, respondent, held.clause().code(), begin(held, earliest))
                .orElse(null);
    if (held == null && from == null && !latest.isBefore(first.from())) {
      held = newest;
    }
    return new ApplicableVersion(
        held, first, held == null ? newest : held, latest, occurred.ongoing(), release);
  }

  /** True if the conduct is over, and every day of it was before the clause held. */
  boolean endedBeforeEntry() {
    return !ongoing && latest.isBefore(first.from());
  }

  private static boolean isOwed(
      ClauseInForce version,
      List<Release> releases,
      BodyId respondent,
      LocalDate from,
      LocalDate to) {
    LocalDate until = version.until();
    LocalDate last = until == null || until.isAfter(to) ? to : until;
    return Release.owedOnAny(
        releases, respondent, version.clause().code(), begin(version, from), last);
  }

  private static LocalDate begin(ClauseInForce version, LocalDate from) {
    return version.from().isAfter(from) ? version.from() : from;
  }

  private static boolean heldBetween(ClauseInForce version, LocalDate from, LocalDate to) {
    LocalDate until = version.until();
    boolean heldAtAll = until == null || !until.isBefore(version.from());
    return heldAtAll && !version.from().isAfter(to) && (until == null || !until.isBefore(from));
  }
}
