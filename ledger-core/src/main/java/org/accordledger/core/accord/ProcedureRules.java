package org.accordledger.core.accord;

import java.util.Map;
import java.util.Objects;
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
 * @param baskets the clocks that single baskets have of their own; absent if none has any
 */
public record ProcedureRules(
    int version,
    int responseDays,
    int panelSize,
    int quorum,
    @Nullable Integer particularsDays,
    @Nullable Integer replyDays,
    @Nullable Integer reviewDays,
    @Nullable Integer extensionDays,
    @Nullable Map<BasketCode, BasketClocks> baskets) {
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
    // one spelling of "none", so that rules of older revisions are written as they were
    baskets = baskets == null || baskets.isEmpty() ? null : baskets;
  }

  /** Rules that set no clock but the one to respond. */
  public ProcedureRules(int version, int responseDays, int panelSize, int quorum) {
    this(version, responseDays, panelSize, quorum, null, null, null, null, null);
  }

  /** The rules as they are in one basket: its own clocks, and the accord's where it has none. */
  public ProcedureRules in(BasketCode basket) {
    BasketClocks own = baskets == null ? null : baskets.get(basket);
    if (own == null) {
      return this;
    }
    return new ProcedureRules(
        version,
        Objects.requireNonNullElse(own.responseDays(), responseDays),
        panelSize,
        quorum,
        ownOr(own.particularsDays(), particularsDays),
        ownOr(own.replyDays(), replyDays),
        ownOr(own.reviewDays(), reviewDays),
        ownOr(own.extensionDays(), extensionDays),
        null);
  }

  private static @Nullable Integer ownOr(@Nullable Integer own, @Nullable Integer otherwise) {
    return own == null ? otherwise : own;
  }

  static void isAClock(String field, @Nullable Integer days) {
    if (days != null && (days < 1 || days > LONGEST)) {
      throw new InvalidValue("rules." + field, "must be 1 to " + LONGEST);
    }
  }
}
