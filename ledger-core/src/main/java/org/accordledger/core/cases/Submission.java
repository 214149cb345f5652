package org.accordledger.core.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.accordledger.core.BodyId;
import org.accordledger.core.FilingRules;
import org.accordledger.core.Refused;
import org.accordledger.core.Texts;
import org.accordledger.core.accord.AccordRefusal;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.AccordTerms.ClauseInForce;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.ElementCode;
import org.accordledger.core.accord.StandingRules;
import org.accordledger.core.cases.CaseCommand.SubmitAllegation;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.cases.CaseEvent.EmbargoWindowDetermined;
import org.accordledger.core.election.Election;
import org.jspecify.annotations.Nullable;

/**
 * What is taken as an allegation. Who has nothing to allege here, or nobody to allege it against,
 * is refused and nothing is recorded; what is taken is recorded for good, even if {@link
 * Admissibility} ends it in the same decision.
 */
final class Submission {
  private static final int MOST_LISTED = 300;

  private Submission() {}

  static List<CaseEvent> decide(
      @Nullable Case state,
      SubmitAllegation command,
      AccordTerms terms,
      @Nullable Election election) {
    Allegation allegation = command.allegation();
    isSubmittedOnce(state);
    isWithinBounds(allegation);
    FilingRules.datedOnlyIfRetrospective(command.filed(), terms.retrospective());
    liesInThePast(allegation, command.filed().day());
    hasTwoSides(allegation);
    List<ClauseInForce> versions = versionsOfAClauseThatWasEverInForce(terms, allegation.clause());
    ApplicableVersion applicable =
        ApplicableVersion.of(
            versions,
            terms.observance().releases(),
            allegation.respondent(),
            allegation.occurred(),
            command.filed().day());
    isAgainstAPartyThatOwesTheClause(allegation, terms, applicable.closest());
    isBroughtBySomeoneWithStanding(command, terms);
    isMarkedAsTheAccordSays(allegation, terms);
    Embargo.namesAnElectionIfItsRuleNeedsOne(command, applicable.closest().clause(), election);
    Exhibits.tellNothingByTheirIds(allegation.marking(), allegation.exhibits());
    Exhibits.haveIdsOfTheirOwn(Set.of(), allegation.exhibits());
    AllegationSubmitted submitted = submitted(command, terms, applicable);
    EmbargoWindowDetermined embargo = Embargo.of(applicable.held(), election, command.filed());
    List<CaseEvent> events = new ArrayList<>(List.of(submitted));
    if (embargo != null) {
      events.add(embargo);
    }
    Admissibility.of(allegation, applicable, embargo == null ? null : embargo.window())
        .ifPresent(ruling -> events.add(ruling.declared(command.filed())));
    return List.copyOf(events);
  }

  private static AllegationSubmitted submitted(
      SubmitAllegation command, AccordTerms terms, ApplicableVersion applicable) {
    ClauseInForce held = applicable.held();
    List<ElementCode> elements =
        held == null
            ? List.of()
            : held.clause().elements().stream().map(Clause.Element::code).toList();
    return new AllegationSubmitted(
        command.caseId(),
        command.allegation(),
        terms.version(),
        held == null ? null : held.version(),
        elements,
        command.filed());
  }

  private static void isSubmittedOnce(@Nullable Case state) {
    if (state != null) {
      throw new Refused(
          CaseRefusal.ALREADY_SUBMITTED,
          "%s exists and is %s".formatted(state.id(), state.stage().code()));
    }
  }

  private static void isWithinBounds(Allegation allegation) {
    Texts.requireLine("allegation.title", allegation.title(), Texts.TITLE);
    if (allegation.sourceId() != null) {
      Texts.requireLine("allegation.source_id", allegation.sourceId(), Texts.FOREIGN_KEY);
    }
    Texts.requireDistinct("allegation.acts", allegation.acts(), MOST_LISTED);
    for (int i = 0; i < allegation.acts().size(); i++) {
      Texts.requireLine("allegation.acts." + i, allegation.acts().get(i), Texts.FOREIGN_KEY);
    }
    Texts.requireDistinct("allegation.victims", allegation.victims(), MOST_LISTED);
    Texts.requireDistinct("allegation.actor_chain", allegation.actorChain(), MOST_LISTED);
    for (int i = 0; i < allegation.actorChain().size(); i++) {
      String name = allegation.actorChain().get(i).name();
      if (name != null) {
        Texts.requireLine("allegation.actor_chain." + i + ".name", name, Texts.TITLE);
      }
    }
    Exhibits.areWithinBounds("allegation.exhibits", allegation.exhibits());
  }

  private static void liesInThePast(Allegation allegation, LocalDate day) {
    LocalDate from = allegation.occurred().from();
    LocalDate to = allegation.occurred().to();
    if ((from != null && from.isAfter(day)) || (to != null && to.isAfter(day))) {
      throw new Refused(
          CaseRefusal.OCCURRED_IN_FUTURE,
          "occurred names a day after the day of filing, %s".formatted(day));
    }
    LocalDate disclosed = allegation.disclosed();
    if (disclosed != null && disclosed.isAfter(day)) {
      throw new Refused(
          CaseRefusal.DISCLOSED_IN_FUTURE,
          "disclosed %s is after the day of filing, %s".formatted(disclosed, day));
    }
  }

  private static void hasTwoSides(Allegation allegation) {
    if (allegation.respondent().equals(allegation.complainant())) {
      throw new Refused(
          CaseRefusal.ACCUSES_ITSELF,
          "%s is both complainant and respondent".formatted(allegation.respondent()));
    }
  }

  private static List<ClauseInForce> versionsOfAClauseThatWasEverInForce(
      AccordTerms terms, ClauseCode clause) {
    if (!terms.offered().contains(clause)) {
      throw new Refused(
          AccordRefusal.UNKNOWN_CLAUSE,
          "%s has no clause %s: offered were %s"
              .formatted(terms.accord(), clause, terms.offered()));
    }
    List<ClauseInForce> versions = terms.clauses().getOrDefault(clause, List.of());
    if (versions.isEmpty()) {
      String why =
          terms.refusals().getOrDefault(clause, "not every party it needs has accepted it");
      throw new Refused(
          CaseRefusal.NOT_IN_FORCE,
          "clause %s of %s never entered into force: %s".formatted(clause, terms.accord(), why));
    }
    if (versions.getLast().clause().kind() == Clause.Kind.COOPERATION) {
      throw new Refused(
          CaseRefusal.COOPERATION_ITEM,
          "clause %s of %s is a cooperation item".formatted(clause, terms.accord()));
    }
    return versions;
  }

  private static void isAgainstAPartyThatOwesTheClause(
      Allegation allegation, AccordTerms terms, ClauseInForce version) {
    BodyId respondent = allegation.respondent();
    if (!terms.parties().contains(respondent)) {
      throw new Refused(
          CaseRefusal.RESPONDENT_NOT_A_PARTY,
          "%s is not a party to %s, whose parties are %s"
              .formatted(respondent, terms.accord(), terms.parties()));
    }
    if (!version.binds(respondent)) {
      throw new Refused(
          CaseRefusal.RESPONDENT_NOT_BOUND,
          "clause %s, version %d, binds %s and not %s"
              .formatted(
                  allegation.clause(),
                  version.version(),
                  version.clause().boundParties(),
                  respondent));
    }
  }

  private static void isBroughtBySomeoneWithStanding(SubmitAllegation command, AccordTerms terms) {
    BodyId complainant = command.allegation().complainant();
    if (!mayFile(command, terms)) {
      throw new Refused(
          CaseRefusal.NO_STANDING,
          "%s is neither a party to %s nor has it standing on %s"
              .formatted(complainant, terms.accord(), command.filed().day()));
    }
    FilingRules.actsFor(command.filed(), complainant);
  }

  private static void isMarkedAsTheAccordSays(Allegation allegation, AccordTerms terms) {
    StandingRules rules = terms.observance().standingRules();
    if (!rules.allow(allegation.marking())) {
      throw new Refused(
          CaseRefusal.MARKED_TOO_OPEN,
          "marking is %s, and version %d of the standing rules says %s or closer"
              .formatted(allegation.marking(), rules.version(), rules.leastMarking()));
    }
  }

  /** Parties, bodies granted standing, and injured third states where the accord lets them. */
  private static boolean mayFile(SubmitAllegation command, AccordTerms terms) {
    BodyId complainant = command.allegation().complainant();
    LocalDate day = command.filed().day();
    boolean party =
        terms.parties().contains(complainant) && !terms.observance().hasLeft(complainant, day);
    boolean granted =
        terms.standing().contains(complainant)
            && terms.observance().keepsStanding(complainant, day);
    boolean injured =
        terms.observance().standingRules().injuredThirdStates()
            && command.allegation().victims().contains(complainant);
    return party || granted || injured;
  }
}
