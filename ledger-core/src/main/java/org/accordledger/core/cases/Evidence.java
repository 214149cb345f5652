package org.accordledger.core.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accordledger.core.Copies;
import org.accordledger.core.Marking;
import org.accordledger.core.evidence.ClaimStatus;
import org.accordledger.core.evidence.Exhibit;
import org.jspecify.annotations.Nullable;

/**
 * The exhibits of a case, whoever filed them, and how the numbers that they claim stand.
 *
 * @param markings of the exhibits, by their ids, in the order they came in
 * @param claims of those exhibits that claim a number, by their ids
 */
public record Evidence(Map<String, Marking> markings, Map<String, Standing> claims) {
  static final Evidence NONE = new Evidence(Map.of(), Map.of());

  /**
   * How a claim stands.
   *
   * @param evidence id of the exhibit that says so; absent if none does
   */
  public record Standing(ClaimStatus status, @Nullable String evidence) {
    static final Standing INITIAL = new Standing(ClaimStatus.UNVERIFIED, null);
  }

  /** Ids of every exhibit. */
  public Set<String> ids() {
    return markings.keySet();
  }

  Evidence with(List<Exhibit> more) {
    Map<String, Marking> all = new LinkedHashMap<>(markings);
    Map<String, Standing> claimed = new LinkedHashMap<>(claims);
    for (Exhibit exhibit : more) {
      all.put(exhibit.id(), exhibit.marking());
      if (exhibit.claim() != null) {
        claimed.put(exhibit.id(), Standing.INITIAL);
      }
    }
    return new Evidence(Collections.unmodifiableMap(all), Collections.unmodifiableMap(claimed));
  }

  Evidence assessed(String exhibit, Standing standing) {
    return new Evidence(markings, Copies.with(claims, exhibit, standing));
  }
}
