package org.accordledger.core.accord;

import java.util.List;
import java.util.Optional;
import org.accordledger.core.AccountId;
import org.accordledger.core.Refused;
import org.accordledger.core.Texts;
import org.accordledger.core.accord.Glossary.Reading;
import org.accordledger.core.accord.Glossary.Stand;
import org.accordledger.core.accord.ObservanceCommand.AgreeTerm;
import org.accordledger.core.accord.ObservanceCommand.DisputeTerm;
import org.accordledger.core.accord.ObservanceCommand.RecordInterpretation;
import org.accordledger.core.accord.ObservanceEvent.InterpretationRecorded;
import org.accordledger.core.accord.ObservanceEvent.TermAgreed;
import org.accordledger.core.accord.ObservanceEvent.TermDisputed;

/**
 * Who reads a term how. Readings stand side by side; nothing merges two of them, and neither
 * outweighs the other until the parties agree. A text that is the same to the letter is the same
 * version.
 */
final class GlossaryRules {
  private GlossaryRules() {}

  static List<TermAgreed> decide(Accord accord, AgreeTerm command) {
    ObservanceRules.actsAsAParty(accord, command.party(), command.filed());
    ObservanceRules.speaks(accord, command.language());
    Texts.requireText("reading", command.reading(), Texts.PROVISION);
    Glossary glossary = accord.observance().glossary();
    Optional<Reading> known =
        glossary.saying(command.term(), command.language(), command.reading());
    known.ifPresent(reading -> isNotAgreed(reading, command));
    int version =
        known
            .map(Reading::version)
            .orElse(glossary.of(command.term(), command.language()).size() + 1);
    return List.of(
        new TermAgreed(
            command.party(),
            command.term(),
            command.language(),
            version,
            command.reading(),
            command.filed()));
  }

  private static void isNotAgreed(Reading reading, AgreeTerm command) {
    Stand stand = reading.stands().get(command.party());
    if (stand != null && stand.own() == null) {
      throw new Refused(
          ObservanceRefusal.TERM_ALREADY_AGREED,
          "%s agreed to version %d of %s before"
              .formatted(command.party(), reading.version(), command.term()));
    }
  }

  static List<TermDisputed> decide(Accord accord, DisputeTerm command) {
    ObservanceRules.actsAsAParty(accord, command.party(), command.filed());
    ObservanceRules.speaks(accord, command.language());
    Texts.requireText("reading", command.reading(), Texts.PROVISION);
    Reading disputed =
        accord
            .observance()
            .glossary()
            .version(command.term(), command.language(), command.version())
            .orElseThrow(() -> unknown(accord, command));
    Stand stand = disputed.stands().get(command.party());
    if (stand != null && command.reading().equals(stand.own())) {
      throw new Refused(
          ObservanceRefusal.TERM_ALREADY_DISPUTED,
          "%s gave this reading against version %d of %s before"
              .formatted(command.party(), command.version(), command.term()));
    }
    return List.of(
        new TermDisputed(
            command.party(),
            command.term(),
            command.language(),
            command.version(),
            command.reading(),
            command.filed()));
  }

  private static Refused unknown(Accord accord, DisputeTerm command) {
    int versions = accord.observance().glossary().of(command.term(), command.language()).size();
    return new Refused(
        ObservanceRefusal.UNKNOWN_TERM,
        "there is no version %d of %s in %s: the glossary has %d of it"
            .formatted(command.version(), command.term(), command.language(), versions));
  }

  static List<InterpretationRecorded> decide(Accord accord, RecordInterpretation command) {
    AccountId member = command.filed().by().account();
    RosterRules.isActivePanelist(accord, member, command.filed());
    ObservanceRules.speaks(accord, command.language());
    Texts.requireText("reading", command.reading(), Texts.PROVISION);
    List<Glossary.Interpretation> recorded = accord.observance().glossary().interpretations();
    boolean stands =
        recorded.reversed().stream()
            .filter(one -> one.term().equals(command.term()))
            .filter(one -> one.language().equals(command.language()))
            .findFirst()
            .filter(one -> one.text().equals(command.reading()))
            .isPresent();
    if (stands) {
      throw new Refused(
          ObservanceRefusal.INTERPRETATION_ALREADY_RECORDED,
          "the newest interpretation of %s in %s says the same: use it"
              .formatted(command.term(), command.language()));
    }
    return List.of(
        new InterpretationRecorded(
            recorded.size() + 1,
            command.term(),
            command.language(),
            command.reading(),
            command.filed()));
  }
}
