package org.accordledger.core.evidence;

import java.util.List;
import java.util.Map;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Identifiers;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.Marking;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence.
 *
 * @param id within the case; whoever may know of the case may see it, also where the exhibit itself
 *     is withheld
 * @param kind what it is
 * @param title short, public
 * @param sha256 lower-case hex digest of the file where one is known, so that outsiders can compare
 * @param content where the ledger holds the file itself, beside the events
 * @param mediaType of the file; absent for a mere link
 * @param size bytes of the file
 * @param originUrl where it was published
 * @param archiveUrl where it is archived
 * @param reliability of the source, A to F (NATO AJP-2.1 admiralty code); absent if not rated
 * @param credibility of the information, 1 to 6 (same code); absent if not rated
 * @param marking who may see it
 * @param totals of bulk data: decimal numbers as text by name, for example {@code rows}, {@code
 *     spend.USD}
 * @param assessments named yes/no tests of the source or its evidence, as the submitter states them
 * @param claim a number it quotes, whose status is not the submitter's to state; absent if it
 *     quotes none
 */
public record Exhibit(
    String id,
    Kind kind,
    String title,
    @Nullable String sha256,
    @Nullable ContentRef content,
    @Nullable String mediaType,
    @Nullable Long size,
    @Nullable String originUrl,
    @Nullable String archiveUrl,
    @Nullable Reliability reliability,
    @Nullable Integer credibility,
    Marking marking,
    Map<String, String> totals,
    List<Assessment> assessments,
    @Nullable Claim claim) {

  /** What an exhibit is. */
  public enum Kind {
    OFFICIAL_DOCUMENT,
    INDICTMENT,
    TECHNICAL_REPORT,
    PLATFORM_DISCLOSURE,
    PRESS,
    TESTIMONY,
    DATA_SET,
    CLAIM
  }

  /** Reliability of a source: A completely reliable .. E unreliable, F cannot be judged. */
  public enum Reliability {
    A,
    B,
    C,
    D,
    E,
    F
  }

  /**
   * One yes/no test, for example {@code transparency.open_access}; absent answer means not
   * assessed.
   */
  public record Assessment(String test, @Nullable Boolean passed) {}

  public Exhibit {
    Identifiers.require("exhibit.id", id, "[a-z0-9][a-z0-9.-]{0,63}");
    if (sha256 != null) {
      Identifiers.require("exhibit.sha256", sha256, "[0-9a-f]{64}");
    }
    if (credibility != null && (credibility < 1 || credibility > 6)) {
      throw new InvalidValue("exhibit.credibility", "must be 1 to 6");
    }
  }
}
