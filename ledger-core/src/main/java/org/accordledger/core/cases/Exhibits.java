package org.accordledger.core.cases;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.accordledger.core.Refused;
import org.accordledger.core.evidence.Exhibit;

/** An exhibit's id is used once in its case, whichever side files it. */
final class Exhibits {
  private Exhibits() {}

  /**
   * Checks new exhibits.
   *
   * @param before ids the case has
   */
  static void haveIdsOfTheirOwn(Set<String> before, List<Exhibit> added) {
    Set<String> seen = new HashSet<>(before);
    for (Exhibit exhibit : added) {
      if (!seen.add(exhibit.id())) {
        throw new Refused(
            CaseRefusal.DUPLICATE_EXHIBIT,
            "the case has an exhibit %s: use another id".formatted(exhibit.id()));
      }
    }
  }
}
