package org.accordledger.core.accord;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.BodyId;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.evidence.Confidence;
import org.jspecify.annotations.Nullable;

/**
 * The text of one version of a clause, as offered.
 *
 * @param code stable over all versions
 * @param basket the lane the clause belongs to
 * @param kind what the clause is
 * @param text per language
 * @param actor whose conduct it governs; absent if the text does not say
 * @param acts codes of the act library it names
 * @param target what or whom the conduct is aimed at; absent if the text does not say
 * @param timeRule when it applies; absent if the text does not say
 * @param exclusions what it leaves out; absent if the text does not say
 * @param protectedConduct what may never be held against a party under it
 * @param evidenceStandard what a finding needs; absent if the text does not say
 * @param elements each found separately; a clause without elements is untestable
 * @param reiterates norms it restates
 * @param verifiability how well it can be checked
 * @param boundParties the parties that owe it; empty means every party
 * @param entry whose acceptance brings it into force
 * @param effectiveFrom first day of force once accepted, in an accord that is not kept
 *     retrospectively no day before the last acceptance; absent means the day of the last
 *     acceptance
 * @param embargo how long an embargo forbids a verdict on an election; absent where the clause is
 *     none or leaves that to judgement
 * @param evidenceThreshold the least confidence at which a panel may hold anything established;
 *     absent where the standard is left to words
 */
public record Clause(
    ClauseCode code,
    BasketCode basket,
    Kind kind,
    Map<LanguageTag, String> text,
    @Nullable String actor,
    List<String> acts,
    @Nullable String target,
    @Nullable String timeRule,
    @Nullable String exclusions,
    List<String> protectedConduct,
    @Nullable String evidenceStandard,
    List<Element> elements,
    List<String> reiterates,
    Verifiability verifiability,
    List<BodyId> boundParties,
    EntryRule entry,
    @Nullable LocalDate effectiveFrom,
    @Nullable EmbargoRule embargo,
    @Nullable Confidence evidenceThreshold) {

  /** A clause without a rule for an embargo's window and without a threshold of evidence. */
  public Clause(
      ClauseCode code,
      BasketCode basket,
      Kind kind,
      Map<LanguageTag, String> text,
      @Nullable String actor,
      List<String> acts,
      @Nullable String target,
      @Nullable String timeRule,
      @Nullable String exclusions,
      List<String> protectedConduct,
      @Nullable String evidenceStandard,
      List<Element> elements,
      List<String> reiterates,
      Verifiability verifiability,
      List<BodyId> boundParties,
      EntryRule entry,
      @Nullable LocalDate effectiveFrom) {
    this(
        code,
        basket,
        kind,
        text,
        actor,
        acts,
        target,
        timeRule,
        exclusions,
        protectedConduct,
        evidenceStandard,
        elements,
        reiterates,
        verifiability,
        boundParties,
        entry,
        effectiveFrom,
        null,
        null);
  }

  /** What a clause is. A cooperation item is owed but never alleged against. */
  public enum Kind {
    PROHIBITION,
    OBLIGATION,
    CONDITIONAL,
    EMBARGO,
    COOPERATION
  }

  /** From A, verifiable from public records, to D, practically unverifiable. */
  public enum Verifiability {
    A,
    B,
    C,
    D
  }

  /** One thing a panel finds on its own. */
  public record Element(ElementCode code, Map<LanguageTag, String> text) {}

  /** Whose acceptance brings a clause into force. */
  public record EntryRule(Needs needs, List<BodyId> parties) {
    /** ALL_PARTIES ignores the list; NAMED needs everyone on it. */
    public enum Needs {
      ALL_PARTIES,
      NAMED
    }
  }
}
