package org.accordledger.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.Actor;
import org.accordledger.core.BodyId;
import org.accordledger.core.Filing;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.Marking;
import org.accordledger.core.Occurred;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordCommand.AcceptItems;
import org.accordledger.core.accord.AccordCommand.DraftAccord;
import org.accordledger.core.accord.AccordCommand.OfferText;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.Basket;
import org.accordledger.core.accord.BasketCode;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.ElementCode;
import org.accordledger.core.accord.OfferId;
import org.accordledger.core.accord.Party;
import org.accordledger.core.accord.ProcedureRules;
import org.accordledger.core.cases.Allegation;
import org.accordledger.core.cases.CaseCommand.AdmitCase;
import org.accordledger.core.cases.CaseCommand.FileResponse;
import org.accordledger.core.cases.CaseCommand.SubmitAllegation;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.ResponseKind;

/**
 * The commands every contender gets: one accord in force, then cases that are submitted, admitted
 * and answered.
 */
final class Workload {
  static final AccordId ACCORD = new AccordId("accord-bench");

  private static final LanguageTag EN = new LanguageTag("en");
  private static final BodyId NORTH = new BodyId("north");
  private static final BodyId SOUTH = new BodyId("south");
  private static final ClauseCode CLAUSE = new ClauseCode("c1");
  private static final BasketCode BASKET = new BasketCode("all");
  private static final OfferId OFFER = new OfferId("o1");
  private static final int MONTHS = 60;

  /** Submit, admit, respond. */
  static final int COMMANDS_PER_CASE = 3;

  private Workload() {}

  /** What brings the accord's one clause into force. */
  static List<LedgerCommand> accord() {
    Filing registrar = filed("registrar", Role.REGISTRAR, new BodyId("secretariat"));
    Filing north = filed("north.envoy", Role.PARTY, NORTH);
    Filing south = filed("south.envoy", Role.PARTY, SOUTH);
    return List.of(
        new DraftAccord(
            ACCORD,
            Map.of(EN, "Benchmark accord"),
            List.of(),
            List.of(new Party(NORTH, Map.of(EN, "North")), new Party(SOUTH, Map.of(EN, "South"))),
            List.of(EN),
            true,
            // its clause is in force years before this run, so that incidents spread over months
            true,
            List.of(
                new Basket(
                    BASKET,
                    Map.of(EN, "All"),
                    Basket.Form.UNDERSTANDING,
                    Basket.Bindingness.POLITICAL)),
            new ProcedureRules(1, 30, 3, 2),
            registrar),
        new OfferText(ACCORD, OFFER, NORTH, true, List.of(clause()), null, north),
        new AcceptItems(ACCORD, OFFER, NORTH, List.of(CLAUSE), false, null, north),
        new AcceptItems(ACCORD, OFFER, SOUTH, List.of(CLAUSE), false, null, south));
  }

  private static Clause clause() {
    return new Clause(
        CLAUSE,
        BASKET,
        Clause.Kind.PROHIBITION,
        Map.of(EN, "Neither party does what the benchmark alleges."),
        "state agencies",
        List.of("act"),
        "the other party",
        "at any time",
        "none",
        List.of(),
        "documents",
        List.of(new Clause.Element(new ElementCode("act"), Map.of(EN, "The act was done"))),
        List.of(),
        Clause.Verifiability.B,
        List.of(),
        new Clause.EntryRule(Clause.EntryRule.Needs.ALL_PARTIES, List.of()),
        LocalDate.of(2015, 1, 1));
  }

  /**
   * The life of one case, in order.
   *
   * @param run tells the rounds of one database apart
   */
  static List<LedgerCommand> caseOf(String run, int number) {
    CaseId id = new CaseId("case-" + run + "-" + number);
    return List.of(
        new SubmitAllegation(id, allegation(number), filed("north.envoy", Role.PARTY, NORTH)),
        new AdmitCase(id, Map.of(), filed("registrar", Role.REGISTRAR, new BodyId("secretariat"))),
        new FileResponse(
            id,
            ResponseKind.NO_FACTS,
            Map.of(),
            List.of(),
            null,
            filed("south.envoy", Role.PARTY, SOUTH)));
  }

  private static Allegation allegation(int number) {
    return new Allegation(
        ACCORD,
        CLAUSE,
        SOUTH,
        NORTH,
        List.of("act"),
        Occurred.on(LocalDate.of(2016, 1, 15).plusMonths(number % MONTHS)),
        null,
        List.of(NORTH),
        "Allegation number " + number,
        Map.of(),
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        null,
        Marking.CLEAR,
        false);
  }

  private static Filing filed(String account, Role role, BodyId body) {
    return Filing.of(new Actor(new AccountId(account), role, body), Instant.now());
  }
}
