package org.accordledger.api.reads;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.OfferId;
import org.jspecify.annotations.Nullable;

/**
 * What has become of one item of an offer, on the day of the accord's own status.
 *
 * @param version of the clause that the item became; absent unless every party it needs accepted it
 * @param inForceFrom first day of that version
 * @param inForceUntil last day of it; absent while nothing ends it
 * @param awaits parties whose acceptance it still takes; of an offer that no longer stands, none
 * @param counteredBy counteroffers to this offer that have an item of the same code and stand
 * @param parties what each party has said to it, in the order the accord names them
 */
public record ItemState(
    ClauseCode item,
    Status status,
    @Nullable Integer version,
    @Nullable LocalDate inForceFrom,
    @Nullable LocalDate inForceUntil,
    List<BodyId> awaits,
    List<OfferId> counteredBy,
    List<PartyAnswer> parties) {

  /** Where an item stands as a whole. */
  public enum Status {
    /** It waits for parties. */
    OPEN,
    /** It waits for parties, and a counteroffer has another text of it. */
    COUNTERED,
    /** A party whose acceptance it needs has refused it; no guilt follows. */
    REFUSED,
    /** Its offer was withdrawn before it was agreed. */
    WITHDRAWN,
    /** Its offer lapsed before it was agreed. */
    LAPSED,
    /** Everybody it needs has accepted it, and its first day is to come. */
    AGREED,
    IN_FORCE,
    /** It was in force until a later version, the item's withdrawal or the accord's end. */
    ENDED
  }

  /** What a party has said to an item. */
  public enum Stand {
    UNANSWERED,
    /** It has made a counteroffer with an item of the same code, and said nothing else. */
    COUNTERED,
    ACCEPTED,
    ACCEPTED_WITHOUT_ADMISSION,
    REFUSED
  }

  /**
   * What a party has said to an item.
   *
   * @param needed true if the item does not enter into force without this party
   * @param filedOn the day of its answer; absent while it has not accepted or refused
   * @param condition of an acceptance
   * @param reason of a refusal
   */
  public record PartyAnswer(
      BodyId party,
      Stand stand,
      boolean needed,
      @Nullable LocalDate filedOn,
      @Nullable String condition,
      @Nullable TextDocument reason) {}
}
