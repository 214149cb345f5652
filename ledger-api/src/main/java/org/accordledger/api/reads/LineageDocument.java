package org.accordledger.api.reads;

import java.util.List;
import java.util.Map;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.accord.AccordId;

/**
 * Where an accord comes from and what came from it, generation by generation.
 *
 * @param ancestors what it cites, and what that cites in its turn
 * @param descendants accords that cite it, and those that cite them
 * @param shared outside instruments of its ancestry that accords outside of it cite as well
 */
public record LineageDocument(
    AccordId accord, List<Ancestor> ancestors, List<Descendant> descendants, List<Shared> shared) {

  /**
   * An accord of this ledger, or an outside instrument.
   *
   * @param cited as the citing accords name it
   * @param here true if it is an accord of this ledger
   * @param title of the accord; empty for an outside instrument
   * @param generation 1 for what the accord cites itself
   * @param citedBy accords of the walk that cite it
   */
  public record Ancestor(
      String cited,
      boolean here,
      Map<LanguageTag, String> title,
      int generation,
      List<AccordId> citedBy) {}

  /**
   * An accord that goes back to this one.
   *
   * @param generation 1 for an accord that cites it directly
   * @param cites accords of the walk that it cites
   */
  public record Descendant(
      AccordId accord, Map<LanguageTag, String> title, int generation, List<AccordId> cites) {}

  /** An outside instrument and the other accords that cite it. */
  public record Shared(String instrument, List<AccordId> alsoCitedBy) {}
}
