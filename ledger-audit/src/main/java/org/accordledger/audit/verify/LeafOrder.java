package org.accordledger.audit.verify;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.accordledger.audit.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What holds from one entry to the next: time never decreases, each stream's versions count from 0
 * without a gap, and no id comes twice. Mutable; takes the entries in order, on one thread.
 */
final class LeafOrder {
  private final Fingerprints versions = new Fingerprints(0);
  private final Fingerprints ids;
  private long last = Long.MIN_VALUE;

  /**
   * @param size entries that will come
   */
  LeafOrder(long size) {
    ids = new Fingerprints(size);
  }

  /**
   * Takes the next entries.
   *
   * @param first position of the first of them
   * @return the first that does not follow from those before; null if all do
   */
  @Nullable Fault next(long first, LeafFacts facts) {
    for (int i = 0; i < facts.count(); i++) {
      String wrong = wrong(facts, i);
      if (wrong != null) {
        return new Fault(first + i, wrong);
      }
    }
    return null;
  }

  private @Nullable String wrong(LeafFacts facts, int i) {
    if (facts.micros(i) < last) {
      return "its time, %s, is before that of the entry before it, %s"
          .formatted(time(facts.micros(i)), time(last));
    }
    last = facts.micros(i);
    long version = facts.version(i);
    int before =
        versions.put(
            facts.streamHigh(i), facts.streamLow(i), (int) Math.min(version, Integer.MAX_VALUE));
    if (version != before + 1L) {
      return "it has version %d of its stream, and %d would be next"
          .formatted(version, before + 1L);
    }
    if (ids.put(facts.idHigh(i), facts.idLow(i), 0) != Fingerprints.NEW) {
      return "its id is that of an earlier entry";
    }
    return null;
  }

  private static Instant time(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
