package org.accordledger.core.scorecard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.accordledger.core.BodyId;
import org.accordledger.core.Occurred;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.cases.Allegation;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.cases.CaseEvent.CaseDeclaredInadmissible;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.Ground;

/**
 * Conduct that was alleged under an accord and that no clause of it governs: what its parties may
 * want to agree on next. One event of its cases at a time. Mutable; for one thread.
 */
public final class UncoveredConduct {
  /**
   * A case that was ruled out of scope, and not reopened since.
   *
   * @param clause the one it was alleged under
   * @param acts codes of the act library that the allegation names
   * @param victims states said to be affected; they need not be parties
   * @param restsOn the text the ruling rests on
   * @param position of the ruling
   */
  public record Item(
      CaseId caseId,
      String title,
      ClauseCode clause,
      BodyId complainant,
      BodyId respondent,
      List<String> acts,
      List<BodyId> victims,
      Occurred occurred,
      String restsOn,
      long position) {}

  private final Period incidents;
  private final Map<String, Allegation> allegations = new LinkedHashMap<>();
  private final Map<String, CaseFigures> cases = new LinkedHashMap<>();
  private final Map<String, Item> ruled = new LinkedHashMap<>();

  /**
   * Knows of nothing yet.
   *
   * @param incidents months whose incidents count
   */
  public UncoveredConduct(Period incidents) {
    this.incidents = incidents;
  }

  /**
   * Takes the next event of a case into account.
   *
   * @throws IllegalStateException if it cannot follow what came before
   */
  public void apply(Recorded<CaseEvent> recorded) {
    String id = recorded.streamId();
    CaseEvent event = recorded.event();
    if (event instanceof AllegationSubmitted submitted) {
      allegations.put(id, submitted.allegation());
    }
    CaseFigures after = CaseFigures.evolve(cases.get(id), event);
    cases.put(id, after);
    if (after.ground() != Ground.OUT_OF_SCOPE) {
      ruled.remove(id);
    }
    Allegation allegation = allegations.get(id);
    if (allegation != null
        && event instanceof CaseDeclaredInadmissible ruling
        && ruling.ground() == Ground.OUT_OF_SCOPE
        && incidents.contains(after.month())) {
      ruled.put(id, item(after.caseId(), allegation, ruling.restsOn(), recorded.position()));
    }
  }

  /** In the order ruled. */
  public List<Item> items() {
    return List.copyOf(ruled.values());
  }

  private static Item item(CaseId id, Allegation allegation, String restsOn, long position) {
    return new Item(
        id,
        allegation.title(),
        allegation.clause(),
        allegation.complainant(),
        allegation.respondent(),
        allegation.acts(),
        allegation.victims(),
        allegation.occurred(),
        restsOn,
        position);
  }
}
