package org.accordledger.core.accord;

import java.util.List;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.AccordCommand.OfferText;
import org.accordledger.core.accord.AccordTerms.ClauseInForce;
import org.accordledger.core.accord.ObservanceCommand.AmendClause;

/**
 * An amendment is an offer of one clause that is in force already, with a day of its own. It binds
 * like every other text: once those it needs have accepted. Cases stay under the version that held
 * on the day of the conduct.
 */
final class Amendment {
  private Amendment() {}

  static OfferText offer(Accord accord, AmendClause command) {
    PartyRules.isParty(accord, command.offeredBy());
    ObservanceRules.isStillBound(accord, command.offeredBy(), command.filed());
    Clause text = command.clause();
    ClauseInForce before =
        accord
            .newestVersionOf(text.code())
            .orElseThrow(
                () ->
                    new Refused(
                        ObservanceRefusal.NOTHING_TO_AMEND,
                        "clause %s never entered into force: offer it".formatted(text.code())));
    if (text.effectiveFrom() == null) {
      throw new Refused(
          ObservanceRefusal.EFFECTIVE_DATE_MISSING,
          "clause %s has no effective_from: name the first day of its new version"
              .formatted(text.code()));
    }
    if (saysTheSame(before.clause(), text)) {
      throw new Refused(
          ObservanceRefusal.AMENDS_NOTHING,
          "clause %s reads as version %d does".formatted(text.code(), before.version()));
    }
    return new OfferText(
        accord.id(),
        command.offer(),
        command.offeredBy(),
        true,
        List.of(text),
        command.source(),
        command.filed());
  }

  /** True if the texts differ in nothing but their first day. */
  private static boolean saysTheSame(Clause before, Clause after) {
    return ClauseDifference.between(List.of(before), List.of(after)).stream()
        .flatMap(changed -> changed.fields().stream())
        .allMatch(field -> field.field().equals("effective_from"));
  }
}
