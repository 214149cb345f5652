package org.accordledger.core.cases;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.accordledger.core.Marking;
import org.accordledger.core.Refused;
import org.accordledger.core.Texts;
import org.accordledger.core.evidence.Claim;
import org.accordledger.core.evidence.Exhibit;

/** What holds for the exhibits of a case, whichever side files them. */
final class Exhibits {
  private static final int MOST = 1_000;

  /** Version 4 of RFC 9562: other versions hold a time, a machine or a name. */
  private static final Pattern RANDOM_UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  private Exhibits() {}

  /**
   * Short texts and addresses of new exhibits within their bounds.
   *
   * @param field the list's place in the request
   * @throws org.accordledger.core.InvalidValue if one is not
   */
  static void areWithinBounds(String field, List<Exhibit> added) {
    Texts.requireAtMost(field, added, MOST);
    for (int i = 0; i < added.size(); i++) {
      Exhibit exhibit = added.get(i);
      String place = field + "." + i;
      Texts.requireLine(place + ".title", exhibit.title(), Texts.TITLE);
      if (exhibit.originUrl() != null) {
        Texts.requireLink(place + ".origin_url", exhibit.originUrl());
      }
      if (exhibit.archiveUrl() != null) {
        Texts.requireLink(place + ".archive_url", exhibit.archiveUrl());
      }
      if (exhibit.claim() != null) {
        isWithinBounds(place + ".claim", exhibit.claim());
      }
    }
  }

  private static void isWithinBounds(String place, Claim claim) {
    Texts.requireLine(place + ".unit", claim.unit(), Texts.FOREIGN_KEY);
    if (claim.statement() != null) {
      Texts.requireLine(place + ".statement", claim.statement(), Texts.TITLE);
    }
  }

  /**
   * An id is used once in its case.
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

  /**
   * Votes and findings name exhibits by their ids, and are open to whoever may know of the case:
   * the id of one that fewer may see is a handle that nothing can be read from.
   */
  static void tellNothingByTheirIds(Marking ofCase, List<Exhibit> added) {
    for (Exhibit exhibit : added) {
      if (exhibit.marking().compareTo(ofCase) > 0 && !RANDOM_UUID.matcher(exhibit.id()).matches()) {
        throw new Refused(
            CaseRefusal.TELLING_EXHIBIT_ID,
            "exhibit %s is marked %s in a case marked %s: leave out its id, and the ledger gives one"
                .formatted(exhibit.id(), exhibit.marking(), ofCase));
      }
    }
  }

  /** Exhibits that come into a case are within bounds, and their ids are new in it. */
  static void areNew(Case state, List<Exhibit> exhibits) {
    areWithinBounds("exhibits", exhibits);
    tellNothingByTheirIds(state.allegation().marking(), exhibits);
    haveIdsOfTheirOwn(state.progress().exhibits(), exhibits);
  }
}
