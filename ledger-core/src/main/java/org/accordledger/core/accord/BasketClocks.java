package org.accordledger.core.accord;

import java.util.Objects;
import java.util.stream.Stream;
import org.accordledger.core.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * The clocks that one basket has of its own. A clock that it does not set is that of the accord's
 * {@link ProcedureRules}, whose parameters these are.
 *
 * @param responseDays 1 to 3650; absent for the accord's, like every other
 */
public record BasketClocks(
    @Nullable Integer responseDays,
    @Nullable Integer particularsDays,
    @Nullable Integer replyDays,
    @Nullable Integer reviewDays,
    @Nullable Integer extensionDays) {
  public BasketClocks {
    ProcedureRules.isAClock("response_days", responseDays);
    ProcedureRules.isAClock("particulars_days", particularsDays);
    ProcedureRules.isAClock("reply_days", replyDays);
    ProcedureRules.isAClock("review_days", reviewDays);
    ProcedureRules.isAClock("extension_days", extensionDays);
    if (Stream.of(responseDays, particularsDays, replyDays, reviewDays, extensionDays)
        .allMatch(Objects::isNull)) {
      throw new InvalidValue(
          "rules.baskets", "must set at least one clock for each basket it names");
    }
  }
}
