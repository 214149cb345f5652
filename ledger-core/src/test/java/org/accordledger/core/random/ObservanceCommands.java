package org.accordledger.core.random;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.BodyId;
import org.accordledger.core.Filing;
import org.accordledger.core.Marking;
import org.accordledger.core.accord.Accord;
import org.accordledger.core.accord.AccordCommand;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.Glossary;
import org.accordledger.core.accord.Observance;
import org.accordledger.core.accord.ObservanceCommand;
import org.accordledger.core.accord.OfferId;
import org.accordledger.core.accord.Release;
import org.accordledger.core.accord.TermCode;
import org.jspecify.annotations.Nullable;

/** Random commands about how an accord is read, kept and left. */
final class ObservanceCommands {
  private static final List<TermCode> TERMS =
      List.of(new TermCode("agency"), new TermCode("paid-ad"));
  private static final List<String> READINGS = List.of("any body of a state", "a paid body", "all");

  private final Choice choice;
  private final Cast cast;

  ObservanceCommands(Choice choice, Cast cast) {
    this.choice = choice;
    this.cast = cast;
  }

  AccordCommand next(Accord accord) {
    AccordId id = accord.id();
    BodyId party = choice.of(Cast.PARTIES);
    ClauseCode clause = choice.of(AccordCommands.CLAUSES);
    Filing filed = cast.filed(cast.mostly(Cast.party(party)), false);
    // leaving is rare, what is left has no more to tell; but what was begun is often ended
    if (choice.in100(accord.observance().ends().isEmpty() ? 2 : 30)) {
      return ending(accord);
    }
    return switch (choice.between(0, 13)) {
      case 0 ->
          new ObservanceCommand.EnterReservation(
              id, party, clause, Map.of(Cast.EN, "not in wartime"), filed);
      case 1 ->
          new ObservanceCommand.DeclareUnderstanding(
              id, party, clause, Map.of(Cast.EN, "as before"), filed);
      case 2 ->
          new ObservanceCommand.SuspendPerformance(
              id, party, scope(clause), soon(), Cast.WORDS, offer(), filed);
      case 3, 4 -> resumption(accord, party, clause, filed);
      case 5, 6 -> term(accord, party, filed);
      case 7 -> cooperation(accord, clause);
      case 8 -> amendment(accord, party, clause, filed);
      default -> keeping(accord, clause);
    };
  }

  /** By a party that has not asked for it, so that sometimes all have. */
  private AccordCommand ending(Accord accord) {
    BodyId party =
        Cast.PARTIES.stream()
            .filter(one -> !accord.observance().ends().containsKey(one))
            .findFirst()
            .orElse(Cast.PARTIES.getFirst());
    Filing filed = cast.filed(cast.mostly(Cast.party(party)), false);
    return choice.in100(20)
        ? new ObservanceCommand.Withdraw(accord.id(), party, soon(), Cast.WORDS, filed)
        : new ObservanceCommand.Terminate(accord.id(), party, soon(), Cast.WORDS, filed);
  }

  private AccordCommand resumption(
      Accord accord, BodyId otherwise, ClauseCode clause, Filing filed) {
    Release open =
        accord.observance().releases().stream()
            .filter(one -> one.kind() == Release.Kind.SUSPENSION && one.until() == null)
            .findFirst()
            .orElse(null);
    BodyId party = open == null ? null : open.party();
    if (open == null || party == null) {
      return new ObservanceCommand.ResumePerformance(
          accord.id(), otherwise, scope(clause), soon(), filed);
    }
    return new ObservanceCommand.ResumePerformance(
        accord.id(), party, open.clause(), soon(), cast.filed(Cast.party(party), false));
  }

  private AccordCommand uncovering(Accord accord, ClauseCode clause) {
    Observance.Coverage open =
        accord.observance().coverage().stream()
            .filter(one -> one.until() == null)
            .findFirst()
            .orElse(null);
    BodyId body = open == null ? choice.of(Cast.OUTSIDERS) : open.body();
    return new ObservanceCommand.WithdrawCoverage(
        accord.id(),
        open == null ? clause : open.clause(),
        body,
        soon(),
        cast.filed(cast.mostly(Cast.monitor(body)), false));
  }

  private AccordCommand keeping(Accord accord, ClauseCode clause) {
    AccordId id = accord.id();
    BodyId body =
        accord.standing().isEmpty()
            ? choice.of(Cast.OUTSIDERS)
            : accord.standing().iterator().next();
    Filing registrar = cast.filed(cast.mostly(Cast.registrar()), false);
    return switch (choice.between(0, 5)) {
      case 0 -> new ObservanceCommand.RetirePanelist(id, choice.of(Cast.JURORS), soon(), registrar);
      case 1 -> new ObservanceCommand.WithdrawStanding(id, body, soon(), Cast.WORDS, registrar);
      case 2 -> uncovering(accord, clause);
      case 3 ->
          new ObservanceCommand.AdoptStandingRules(
              id,
              choice.in100(50),
              choice.in100(80),
              choice.in100(5) ? Marking.GREEN : null,
              registrar);
      default ->
          new ObservanceCommand.RecordInterpretation(
              id,
              choice.of(TERMS),
              Cast.EN,
              choice.of(READINGS),
              cast.filed(cast.mostly(Cast.juror(choice.of(Cast.JURORS))), false));
    };
  }

  private AccordCommand cooperation(Accord accord, ClauseCode otherwise) {
    Clause item =
        accord.clauses().values().stream()
            .map(versions -> versions.getLast().clause())
            .filter(clause -> clause.kind() == Clause.Kind.COOPERATION)
            .findFirst()
            .orElse(null);
    BodyId party =
        item == null || item.boundParties().isEmpty()
            ? choice.of(Cast.PARTIES)
            : choice.of(item.boundParties());
    return new ObservanceCommand.WithdrawCooperation(
        accord.id(),
        party,
        item == null ? otherwise : item.code(),
        soon(),
        Cast.WORDS,
        cast.filed(cast.mostly(Cast.party(party)), false));
  }

  private AccordCommand term(Accord accord, BodyId party, Filing filed) {
    String text = choice.of(READINGS);
    List<Glossary.Reading> readings = accord.observance().glossary().readings();
    if (readings.isEmpty() || choice.in100(40)) {
      return new ObservanceCommand.AgreeTerm(
          accord.id(), party, choice.of(TERMS), Cast.EN, text, filed);
    }
    Glossary.Reading reading = choice.of(readings);
    int version = choice.in100(90) ? reading.version() : reading.version() + 1;
    return new ObservanceCommand.DisputeTerm(
        accord.id(), party, reading.term(), Cast.EN, version, text, filed);
  }

  private AccordCommand amendment(Accord accord, BodyId party, ClauseCode clause, Filing filed) {
    Clause text =
        accord.offers().isEmpty()
            ? null
            : accord.clauses().getOrDefault(clause, List.of()).stream()
                .map(version -> version.clause())
                .findFirst()
                .orElse(null);
    if (text == null) {
      return new ObservanceCommand.DeclareUnderstanding(
          accord.id(), party, clause, Map.of(Cast.EN, "as before"), filed);
    }
    OfferId offer = new OfferId("o-" + (accord.offers().size() + 1));
    return new ObservanceCommand.AmendClause(accord.id(), offer, party, text, null, filed);
  }

  private @Nullable ClauseCode scope(ClauseCode clause) {
    return choice.in100(70) ? clause : null;
  }

  private @Nullable OfferId offer() {
    return choice.in100(5) ? new OfferId("o-1") : null;
  }

  private LocalDate soon() {
    return cast.today().plusDays(choice.between(0, 30));
  }
}
