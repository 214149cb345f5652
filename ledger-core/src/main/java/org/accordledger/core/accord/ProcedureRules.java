package org.accordledger.core.accord;

import org.accordledger.core.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * The clocks and quorums of an accord. A clock that the rules do not set is absent: then nothing
 * runs out.
 *
 * @param version from 1, raised by each adoption
 * @param responseDays days a notified respondent has to respond, 1 to 3650
 * @param panelSize members a panel has, at least 3 (domain.md, Panel)
 * @param quorum votes a finding needs: more than half of the panel, at most its size
 * @param particularsDays days a complainant has to give particulars, 1 to 3650; absent if none are
 *     set
 * @param replyDays days a complainant has to reply to a response, 1 to 3650; absent if none are set
 * @param reviewDays days in which a review of a finding may be requested, 1 to 3650; absent if none
 *     are set
 * @param extensionDays most days that the extensions of one deadline may add up to, 1 to 3650;
 *     absent if no deadline is extended
 */
public record ProcedureRules(
    int version,
    int responseDays,
    int panelSize,
    int quorum,
    @Nullable Integer particularsDays,
    @Nullable Integer replyDays,
    @Nullable Integer reviewDays,
    @Nullable Integer extensionDays) {
  private static final int LONGEST = 3650;

  public ProcedureRules {
    isAClock("response_days", responseDays);
    if (panelSize < 3) {
      throw new InvalidValue("rules.panel_size", "must be at least 3");
    }
    if (quorum * 2 <= panelSize || quorum > panelSize) {
      throw new InvalidValue(
          "rules.quorum", "must be more than half of the panel and at most its size");
    }
    isAClock("particulars_days", particularsDays);
    isAClock("reply_days", replyDays);
    isAClock("review_days", reviewDays);
    isAClock("extension_days", extensionDays);
  }

  /** Rules that set no clock but the one to respond. */
  public ProcedureRules(int version, int responseDays, int panelSize, int quorum) {
    this(version, responseDays, panelSize, quorum, null, null, null, null);
  }

  private static void isAClock(String field, @Nullable Integer days) {
    if (days != null && (days < 1 || days > LONGEST)) {
      throw new InvalidValue("rules." + field, "must be 1 to " + LONGEST);
    }
  }
}
