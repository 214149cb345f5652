package org.accordledger.api.reads;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.OfferId;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.ResponseKind;
import org.accordledger.core.scorecard.Period;
import org.jspecify.annotations.Nullable;

/**
 * The loop of offer, refusal and accusation: what was put to each other under an accord and what
 * was alleged of each other, on one line of days. Nothing here says who began.
 *
 * @param items a page of them, by day and then by position
 * @param counts of everything asked for, not of the page alone; by body, then year
 * @param next cursor of the page after this one; absent on the last
 * @param leftOut cases of the accord that this reader may not know of, of any party and year
 */
public record LoopDocument(
    AccordId accord,
    Period incidents,
    List<Item> items,
    List<Count> counts,
    @Nullable String next,
    long leftOut) {
  /** What was said. */
  public enum Kind {
    OFFER,
    COUNTEROFFER,
    ACCEPTANCE,
    REFUSAL,
    OFFER_WITHDRAWAL,
    LAPSE,
    ALLEGATION,
    RESPONSE,
    ALLEGATION_WITHDRAWAL
  }

  /**
   * One thing said.
   *
   * @param day the act bears or was filed on; of a lapse the day the offer ceased to stand
   * @param by whose act it is; absent for a lapse, which is nobody's
   * @param against whose offer is answered or lapsed, or whom a case is against or was brought by;
   *     absent for an offer that answers none, which is put to all
   * @param offer it is about; absent in a case
   * @param caseId it is in; absent for an offer
   * @param clauses offered, answered or said to be broken
   * @param address of the offer or the case
   * @param title of the allegation
   * @param condition of an acceptance
   * @param response how a response answers
   * @param words as far as this reader may see them: a refusal's reason comes before its own words
   * @param source where an offer's or refusal's words are recorded
   */
  public record Item(
      long position,
      LocalDate day,
      Instant recordedAt,
      Kind kind,
      @Nullable BodyId by,
      @Nullable BodyId against,
      @Nullable OfferId offer,
      @Nullable CaseId caseId,
      List<ClauseCode> clauses,
      String address,
      @Nullable String title,
      @Nullable String condition,
      @Nullable ResponseKind response,
      List<TextDocument> words,
      @Nullable String source) {
    boolean concerns(BodyId body) {
      return body.equals(by) || body.equals(against);
    }
  }

  /**
   * What one body said and met in one year; kinds that there are none of are absent.
   *
   * @param by its own acts
   * @param against acts of others against it
   */
  public record Count(BodyId body, int year, Map<Kind, Long> by, Map<Kind, Long> against) {}
}
