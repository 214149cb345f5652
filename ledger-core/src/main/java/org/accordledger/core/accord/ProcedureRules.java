package org.accordledger.core.accord;

import org.accordledger.core.InvalidValue;

/**
 * The clocks and quorums of an accord.
 *
 * @param version from 1, raised by each adoption
 * @param responseDays days a notified respondent has to respond, 1 to 3650
 * @param panelSize members a panel has, at least 3 (domain.md, Panel)
 * @param quorum votes a finding needs: more than half of the panel, at most its size
 */
public record ProcedureRules(int version, int responseDays, int panelSize, int quorum) {
  public ProcedureRules {
    if (responseDays < 1 || responseDays > 3650) {
      throw new InvalidValue("rules.response_days", "must be 1 to 3650");
    }
    if (panelSize < 3) {
      throw new InvalidValue("rules.panel_size", "must be at least 3");
    }
    if (quorum * 2 <= panelSize || quorum > panelSize) {
      throw new InvalidValue(
          "rules.quorum", "must be more than half of the panel and at most its size");
    }
  }
}
