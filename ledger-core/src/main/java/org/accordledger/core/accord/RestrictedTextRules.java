package org.accordledger.core.accord;

import java.time.LocalDate;
import org.accordledger.core.BodyId;
import org.accordledger.core.Filing;
import org.accordledger.core.FilingRules;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.Occurred;
import org.accordledger.core.Refused;
import org.accordledger.core.Role;
import org.accordledger.core.Texts;
import org.accordledger.core.accord.Negotiation.RestrictedText;
import org.accordledger.core.accord.NegotiationCommand.CommitText;
import org.accordledger.core.accord.NegotiationCommand.DiscloseText;
import org.accordledger.core.accord.NegotiationCommand.RecordAccount;

/** Texts that are committed to before they are shown, and what sides tell of a meeting. */
final class RestrictedTextRules {
  /** So many accounts of one meeting one body may give. */
  static final int ACCOUNTS = 20;

  private RestrictedTextRules() {}

  static void check(Accord accord, CommitText command) {
    PartyRules.isParty(accord, command.committedBy());
    speaksForOrRegisters(command.filed(), command.committedBy());
    Negotiation negotiation = accord.negotiation();
    if (negotiation.texts().containsKey(command.text())) {
      throw new Refused(
          NegotiationRefusal.TEXT_EXISTS,
          "text %s was committed before: use another id".formatted(command.text()));
    }
    // a copied digest would let one side claim, once it is disclosed, what another wrote
    negotiation
        .texts()
        .forEach(
            (id, other) -> {
              if (other.digest().equals(command.digest())) {
                throw new Refused(
                    NegotiationRefusal.DIGEST_EXISTS,
                    "%s committed this digest as text %s: take a salt of your own"
                        .formatted(other.committedBy(), id));
              }
            });
    hasHappened(command.occurred(), command.filed());
  }

  static void check(Accord accord, DiscloseText command) {
    RestrictedText text = accord.negotiation().texts().get(command.text());
    if (text == null) {
      throw new Refused(
          NegotiationRefusal.UNKNOWN_TEXT,
          "there is no text %s: committed were %s"
              .formatted(command.text(), accord.negotiation().texts().keySet()));
    }
    speaksForOrRegisters(command.filed(), text.committedBy());
    if (text.disclosed()) {
      throw new Refused(
          NegotiationRefusal.ALREADY_DISCLOSED,
          "text %s was disclosed before".formatted(command.text()));
    }
    if (!text.digest().value().equals(command.words().value())) {
      throw new Refused(
          NegotiationRefusal.TEXT_DIFFERS,
          "these words with this salt give %s, and text %s was committed as %s"
              .formatted(command.words(), command.text(), text.digest()));
    }
    LocalDate from = text.from();
    if ((from != null && command.disclosed().isBefore(from))
        || command.disclosed().isAfter(command.filed().day())) {
      throw new Refused(
          NegotiationRefusal.DISCLOSED_DAY,
          "disclosed is %s, the text is of %s and the filing of %s"
              .formatted(
                  command.disclosed(),
                  from == null ? "an unknown day" : from,
                  command.filed().day()));
    }
  }

  /** Whoever was there tells it; the registrar may enter it for one that cannot. */
  static void check(Accord accord, RecordAccount command) {
    speaksForOrRegisters(command.filed(), command.by());
    Texts.requireLine("source", command.source(), Texts.LINK);
    if (command.account().isEmpty()) {
      throw new InvalidValue("account", "must have a text in at least one language");
    }
    hasHappened(command.occurred(), command.filed());
    if (accord.negotiation().accountsOf(command.meeting(), command.by()) >= ACCOUNTS) {
      throw new Refused(
          NegotiationRefusal.TOO_MANY_ACCOUNTS,
          "%s gave %d accounts of %s: refer to one of them"
              .formatted(command.by(), ACCOUNTS, command.meeting()));
    }
  }

  private static void speaksForOrRegisters(Filing filed, BodyId body) {
    if (filed.by().role() != Role.REGISTRAR) {
      FilingRules.actsFor(filed, body);
    }
  }

  private static void hasHappened(Occurred occurred, Filing filed) {
    LocalDate from = occurred.from();
    if (from != null && from.isAfter(filed.day())) {
      throw new Refused(
          NegotiationRefusal.NOT_HAPPENED_YET,
          "occurred.from is %s, and the filing is of %s".formatted(from, filed.day()));
    }
  }
}
