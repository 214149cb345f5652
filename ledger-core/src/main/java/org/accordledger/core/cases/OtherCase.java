package org.accordledger.core.cases;

import org.accordledger.core.BodyId;
import org.accordledger.core.Marking;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.jspecify.annotations.Nullable;

/**
 * What a decision needs to know of another case that a command names, as a value at the moment of
 * the decision.
 *
 * @param clauseVersion the version it is judged under; null if none ever held
 */
public record OtherCase(
    CaseId id,
    AccordId accord,
    ClauseCode clause,
    @Nullable Integer clauseVersion,
    BodyId respondent,
    BodyId complainant,
    Stage stage,
    Marking marking) {

  /**
   * Refuses to name a case that fewer readers may know of: a case that all may read would tell of
   * it.
   *
   * @throws Refused if this case is marked closer than the one that names it
   */
  void mayBeNamedBy(Case naming) {
    Marking own = naming.allegation().marking();
    if (marking.compareTo(own) > 0) {
      throw new Refused(
          CaseRefusal.MARKED_CLOSER,
          "%s is marked %s and %s is marked %s".formatted(id, marking, naming.id(), own));
    }
  }

  /** What others need to know of a case as it stands. */
  public static OtherCase of(Case state) {
    Allegation allegation = state.allegation();
    return new OtherCase(
        state.id(),
        allegation.accord(),
        allegation.clause(),
        state.submitted().clauseVersion(),
        allegation.respondent(),
        allegation.complainant(),
        state.stage(),
        allegation.marking());
  }
}
