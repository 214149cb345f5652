package org.accordledger.core.election;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.ObserverReport;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who observes an election.
 *
 * @param title what it calls itself
 * @param source where that is recorded
 * @param reports what it published, each document once
 */
public record Mission(BodyId mission, String title, String source, List<Published> reports) {
  /** A document, its day and where it is. */
  public record Published(ObserverReport report, LocalDate publishedOn, String source) {}

  /** The day a document was published; null if it was not, or nobody recorded it. */
  public @Nullable LocalDate dayOf(ObserverReport report) {
    return reports.stream()
        .filter(one -> one.report() == report)
        .map(Published::publishedOn)
        .findFirst()
        .orElse(null);
  }

  Mission with(Published published) {
    List<Published> all = new ArrayList<>(reports);
    all.removeIf(one -> one.report() == published.report());
    all.add(published);
    return new Mission(mission, title, source, List.copyOf(all));
  }
}
