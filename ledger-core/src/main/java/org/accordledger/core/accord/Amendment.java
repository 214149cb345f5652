package org.accordledger.core.accord;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.AccordCommand.OfferText;
import org.accordledger.core.accord.AccordTerms.ClauseInForce;
import org.accordledger.core.accord.ObservanceCommand.AmendClause;
import org.jspecify.annotations.Nullable;

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
    if (since(text, null).equals(since(before.clause(), null))) {
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

  private static Clause since(Clause c, @Nullable LocalDate day) {
    return new Clause(
        c.code(),
        c.basket(),
        c.kind(),
        c.text(),
        c.actor(),
        c.acts(),
        c.target(),
        c.timeRule(),
        c.exclusions(),
        c.protectedConduct(),
        c.evidenceStandard(),
        c.elements(),
        c.reiterates(),
        c.verifiability(),
        c.boundParties(),
        c.entry(),
        day);
  }
}
