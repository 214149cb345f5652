package org.accordledger.core.random;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.Actor;
import org.accordledger.core.BodyId;
import org.accordledger.core.Filing;
import org.accordledger.core.accord.Accord;
import org.accordledger.core.accord.AccordCommand;
import org.accordledger.core.accord.AccordCommand.AcceptItems;
import org.accordledger.core.accord.AccordCommand.AdoptMethod;
import org.accordledger.core.accord.AccordCommand.AdoptRules;
import org.accordledger.core.accord.AccordCommand.AppointPanelist;
import org.accordledger.core.accord.AccordCommand.DeclareCoverage;
import org.accordledger.core.accord.AccordCommand.DraftAccord;
import org.accordledger.core.accord.AccordCommand.GrantStanding;
import org.accordledger.core.accord.AccordCommand.OfferText;
import org.accordledger.core.accord.AccordCommand.RefuseItems;
import org.accordledger.core.accord.AccordCommand.WithdrawOffer;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.Approval;
import org.accordledger.core.accord.Basket;
import org.accordledger.core.accord.BasketClocks;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.ElementCode;
import org.accordledger.core.accord.EmbargoRule;
import org.accordledger.core.accord.NegotiationCommand.Counteroffer;
import org.accordledger.core.accord.NegotiationCommand.LapseOffer;
import org.accordledger.core.accord.NegotiationCommand.PromoteDraft;
import org.accordledger.core.accord.NegotiationEvent.LapseGround;
import org.accordledger.core.accord.ObserverReport;
import org.accordledger.core.accord.OfferId;
import org.accordledger.core.accord.Party;
import org.accordledger.core.accord.ProcedureRules;
import org.accordledger.core.election.Election;
import org.accordledger.core.election.ElectionId;
import org.accordledger.core.election.Mission;
import org.jspecify.annotations.Nullable;

/** Random commands to accords: how they begin, and what is done to them later. */
final class AccordCommands {
  static final List<ClauseCode> CLAUSES =
      List.of(new ClauseCode("c-1"), new ClauseCode("c-2"), new ClauseCode("c-3"));

  /**
   * Held before all conduct that is alleged, observed, and never reported on: its window is open.
   */
  static final Election ELECTION =
      new Election(
          new ElectionId("election-1"),
          1,
          Cast.PARTIES.getLast(),
          "Parliament",
          LocalDate.of(2010, 1, 3),
          "a source",
          List.of(new Mission(Cast.OUTSIDERS.getFirst(), "Observers", "a source", List.of())),
          null);

  private static final OfferId FIRST = new OfferId("o-1");

  private final Choice choice;
  private final Cast cast;
  private final TextCommands texts;

  AccordCommands(Choice choice, Cast cast) {
    this.choice = choice;
    this.cast = cast;
    this.texts = new TextCommands(choice, cast);
  }

  /** Everything an accord needs before a case can be decided under it; nothing of it is refused. */
  List<AccordCommand> beginning(AccordId accord, boolean retrospective) {
    Filing registrar = cast.surely(Cast.registrar());
    BodyId offering = Cast.PARTIES.getFirst();
    List<AccordCommand> commands = new ArrayList<>();
    commands.add(draft(accord, retrospective));
    for (AccountId juror : Cast.JURORS) {
      BodyId nationality = Cast.nationalityOf(juror);
      commands.add(new AppointPanelist(accord, juror, nationality, List.of(), registrar));
    }
    commands.add(
        new OfferText(
            accord,
            FIRST,
            offering,
            true,
            List.of(
                plain(CLAUSES.get(0), retrospective),
                embargo(plain(CLAUSES.get(1), retrospective)),
                clause(CLAUSES.get(2), retrospective)),
            null,
            cast.surely(Cast.party(offering))));
    for (BodyId party : Cast.PARTIES) {
      commands.add(
          new AcceptItems(
              accord,
              FIRST,
              party,
              CLAUSES,
              choice.in100(20),
              null,
              cast.surely(Cast.party(party))));
    }
    commands.add(new GrantStanding(accord, Cast.OUTSIDERS.getFirst(), registrar));
    return commands;
  }

  private DraftAccord draft(AccordId accord, boolean retrospective) {
    return new DraftAccord(
        accord,
        Map.of(Cast.EN, "Accord " + accord),
        List.of(),
        Cast.PARTIES.stream().map(id -> new Party(id, Map.of(Cast.EN, "The " + id))).toList(),
        List.of(Cast.EN),
        choice.in100(30),
        retrospective,
        Cast.BASKETS.stream()
            .map(
                code ->
                    new Basket(
                        code,
                        Map.of(Cast.EN, "Basket " + code),
                        Basket.Form.CODE_OF_CONDUCT,
                        choice.of(Basket.Bindingness.values())))
            .toList(),
        new ProcedureRules(
            1,
            choice.between(1, 30),
            3,
            choice.between(2, 4),
            cast.sometimes(60, 5),
            cast.sometimes(60, 5),
            cast.sometimes(60, 10),
            cast.sometimes(60, 20),
            choice.in100(20) ? Map.of(choice.of(Cast.BASKETS), lane()) : null),
        cast.surely(Cast.registrar()));
  }

  /** Something that may be done to an accord at any time, or refused. */
  AccordCommand next(Accord accord) {
    AccordId id = accord.id();
    BodyId party = choice.of(Cast.PARTIES);
    ClauseCode clause = choice.of(CLAUSES);
    OfferId offer = new OfferId("o-" + choice.between(1, accord.offers().size() + 2));
    Filing filed = cast.filed(cast.mostly(Cast.party(party)), false);
    Filing registrar = registrar(false);
    if (choice.in100(40)) {
      return new ObservanceCommands(choice, cast).next(accord);
    }
    return switch (choice.between(0, 24)) {
      case 0 ->
          new AdoptRules(
              id,
              choice.between(1, 30),
              choice.of(3, 5),
              choice.of(2, 3),
              choice.of(1, 10),
              choice.of(1, 10),
              choice.of(1, 30),
              choice.of(5, 20),
              choice.in100(50) ? Map.of(choice.of(Cast.BASKETS), lane()) : null,
              registrar);
      case 1 -> new AdoptMethod(id, choice.of(1, 1, 2), registrar);
      case 2 -> new GrantStanding(id, choice.of(Cast.OUTSIDERS), registrar);
      case 3, 4, 5 -> coverage(id, clause);
      case 6, 7 -> offer(accord, offer, choice.some(2, CLAUSES), party, choice.in100(70));
      case 8, 9 -> new AcceptItems(id, offer, party, items(accord, offer), false, null, filed);
      case 10 -> new RefuseItems(id, offer, party, List.of(clause), Cast.WORDS, null, null, filed);
      case 11 -> counteroffer(accord, offer, party);
      case 12, 19 ->
          new LapseOffer(
              id, oneOf(accord, offer), cast.today(), LapseGround.OVERTAKEN, null, filed);
      case 13, 14, 15, 16 -> texts.next(id, party, filed);
      case 17, 18 -> promotion(accord, party);
      default -> new WithdrawOffer(id, oneOf(accord, offer), Cast.WORDS, filed);
    };
  }

  private BasketClocks lane() {
    return new BasketClocks(
        choice.between(1, 30),
        cast.sometimes(50, 3),
        cast.sometimes(50, 3),
        cast.sometimes(50, 7),
        cast.sometimes(50, 9));
  }

  private OfferId oneOf(Accord accord, OfferId otherwise) {
    List<OfferId> made = List.copyOf(accord.offers().keySet());
    return made.isEmpty() ? otherwise : choice.of(made);
  }

  private DeclareCoverage coverage(AccordId accord, ClauseCode clause) {
    BodyId body = choice.of(Cast.OUTSIDERS);
    LocalDate since = cast.today().minusDays(choice.between(-5, 400));
    return new DeclareCoverage(
        accord, clause, body, since, cast.filed(cast.mostly(Cast.monitor(body)), false));
  }

  private List<ClauseCode> items(Accord accord, OfferId offer) {
    return accord.offers().containsKey(offer) && choice.in100(60)
        ? List.of(choice.of(CLAUSES))
        : CLAUSES;
  }

  private OfferText offer(
      Accord to, OfferId offer, List<ClauseCode> codes, BodyId by, boolean severable) {
    boolean retrospective = to.drafted().retrospective();
    return new OfferText(
        to.id(),
        offer,
        by,
        severable,
        codes.stream().map(code -> clause(code, retrospective)).toList(),
        null,
        by(by));
  }

  private Counteroffer counteroffer(Accord to, OfferId answered, BodyId by) {
    OfferId made = new OfferId("c-" + (to.offers().size() + 1));
    OfferText text = offer(to, made, choice.some(2, CLAUSES), by, choice.in100(70));
    return new Counteroffer(
        to.id(), made, answered, by, text.severable(), text.items(), null, text.filed());
  }

  private PromoteDraft promotion(Accord of, BodyId by) {
    OfferId made = new OfferId("p-" + (of.offers().size() + 1));
    OfferText text = offer(of, made, choice.some(2, CLAUSES), by, choice.in100(70));
    Approval approval =
        new Approval("Minister", choice.of(Approval.Level.values()), cast.today(), null);
    return new PromoteDraft(
        of.id(),
        TextCommands.draft(choice),
        made,
        by,
        text.severable(),
        text.items(),
        approval,
        null,
        text.filed());
  }

  /** Binds every party, since long ago where that may be, and can be tested. */
  private Clause plain(ClauseCode code, boolean retrospective) {
    return clause(
        code,
        Clause.Kind.PROHIBITION,
        true,
        List.of(),
        new Clause.EntryRule(Clause.EntryRule.Needs.ALL_PARTIES, List.of()),
        retrospective ? cast.today().minusDays(600) : null);
  }

  private static Clause embargo(Clause c) {
    return new Clause(
        c.code(),
        c.basket(),
        Clause.Kind.EMBARGO,
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
        c.effectiveFrom(),
        new EmbargoRule(ObserverReport.PRELIMINARY_STATEMENT, List.of(), null),
        c.evidenceThreshold());
  }

  private Clause clause(ClauseCode code, boolean retrospective) {
    return clause(
        code,
        choice.in100(15) ? Clause.Kind.COOPERATION : Clause.Kind.PROHIBITION,
        choice.in100(90),
        choice.in100(70) ? List.of() : choice.some(2, Cast.PARTIES),
        new Clause.EntryRule(
            choice.of(Clause.EntryRule.Needs.values()),
            choice.in100(80) ? Cast.PARTIES : choice.some(2, Cast.PARTIES)),
        choice.in100(50)
            ? null
            : cast.today().plusDays(choice.between(retrospective ? -600 : -3, 60)));
  }

  private Clause clause(
      ClauseCode code,
      Clause.Kind kind,
      boolean testable,
      List<BodyId> bound,
      Clause.EntryRule entry,
      @Nullable LocalDate effectiveFrom) {
    return new Clause(
        code,
        choice.of(Cast.BASKETS),
        kind,
        Map.of(Cast.EN, "No party shall do what " + code + " names."),
        "a party",
        List.of("act-" + code),
        "another party",
        "always",
        "none",
        List.of(),
        testable ? "clear and convincing" : null,
        elements(),
        List.of(),
        choice.of(Clause.Verifiability.values()),
        bound,
        entry,
        effectiveFrom);
  }

  private List<Clause.Element> elements() {
    return choice.some(choice.of(1, 2), List.of("done", "meant", "public")).stream()
        .map(code -> new Clause.Element(new ElementCode(code), Map.of(Cast.EN, "It was " + code)))
        .toList();
  }

  private Filing by(BodyId party) {
    Actor right = Cast.party(party);
    return cast.filed(cast.mostly(right), false);
  }

  private Filing registrar(boolean retrospective) {
    return cast.filed(Cast.registrar(), retrospective);
  }
}
