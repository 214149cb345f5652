package org.accordledger.api.reads;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.evidence.ClaimStatus;
import org.jspecify.annotations.Nullable;

/**
 * A number that an exhibit quotes. It is a claim and no fact, and no grade follows from it.
 *
 * @param exhibit id of the exhibit within its case
 * @param statement the sentence it is said in; absent if only the number is given
 * @param number decimal, as text
 * @param status how it stands now; unverified until somebody who judges says otherwise
 * @param assessments what was said of it, oldest first, as far as the reader may know of it
 */
public record ClaimDocument(
    String exhibit,
    @Nullable String statement,
    String number,
    String unit,
    ClaimStatus status,
    List<Assessment> assessments) {

  /**
   * Somebody who judges said how the claim stands.
   *
   * @param evidence id of the exhibit it rests on; absent if it rests on none
   */
  public record Assessment(
      LocalDate filedOn,
      long position,
      ClaimStatus status,
      @Nullable String evidence,
      List<TextDocument> reason) {}
}
