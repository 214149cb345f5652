package org.accordledger.projections.accords;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.BodyId;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.AccordTerms.ClauseInForce;
import org.accordledger.core.accord.AccordTerms.Panelist;
import org.accordledger.core.accord.Basket;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.Party;
import org.accordledger.core.accord.ProcedureRules;

/**
 * An accord as it stands.
 *
 * @param clauses every version that entered into force, oldest first
 * @param offers in the order they were made
 * @param version of the accord's stream
 * @param position of the last event of the accord
 * @param recordedAt when that event was recorded
 */
public record AccordOverview(
    Charter charter,
    Procedure procedure,
    List<ClauseInForce> clauses,
    List<OfferOverview> offers,
    long version,
    long position,
    Instant recordedAt) {

  /**
   * What the draft says for good.
   *
   * @param lineage ids or titles of predecessor accords and outside instruments it cites
   * @param draftedOn the day of the draft
   */
  public record Charter(
      AccordId accord,
      Map<LanguageTag, String> title,
      List<String> lineage,
      List<Party> parties,
      List<LanguageTag> languages,
      boolean hypothetical,
      boolean retrospective,
      List<Basket> baskets,
      LocalDate draftedOn) {}

  /**
   * How cases are heard and scored.
   *
   * @param methods scoring methods adopted, the one in force last; empty means method 1
   * @param roster an empty list of baskets means all
   * @param standing bodies that may file beside the parties
   */
  public record Procedure(
      ProcedureRules rules,
      List<Integer> methods,
      List<Panelist> roster,
      List<BodyId> standing,
      List<Coverage> coverage) {}

  /** Somebody monitors a clause since a day. */
  public record Coverage(ClauseCode clause, BodyId body, LocalDate since) {}

  public AccordId accord() {
    return charter.accord();
  }
}
