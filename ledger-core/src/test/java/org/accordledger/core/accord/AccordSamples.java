package org.accordledger.core.accord;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.Actor;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Role;
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
import org.accordledger.core.accord.Basket.Bindingness;
import org.accordledger.core.accord.Basket.Form;
import org.accordledger.core.accord.Clause.EntryRule;
import org.accordledger.core.accord.Clause.EntryRule.Needs;
import org.accordledger.core.accord.Clause.Kind;
import org.accordledger.core.accord.Clause.Verifiability;
import org.accordledger.core.evidence.Confidence;
import org.jspecify.annotations.Nullable;

/** An accord between two invented parties, piece by piece. */
public final class AccordSamples {
  public static final AccordId ACCORD = new AccordId("accord-sample");
  public static final LanguageTag EN = new LanguageTag("en");
  public static final BodyId NORTH = new BodyId("north");
  public static final BodyId SOUTH = new BodyId("south");
  public static final BodyId THIRD = new BodyId("third-state");
  public static final BodyId WATCH = new BodyId("watch");
  public static final BodyId SECRETARIAT = new BodyId("secretariat");
  public static final BasketCode MEDIA = new BasketCode("media");
  public static final BasketCode CYBER = new BasketCode("cyber");
  public static final ClauseCode QUIET = new ClauseCode("quiet");
  public static final ClauseCode HOTLINE = new ClauseCode("hotline");
  public static final ElementCode MADE_PUBLIC = new ElementCode("made-public");
  public static final ElementCode BY_AN_AGENCY = new ElementCode("by-an-agency");
  public static final OfferId FIRST = new OfferId("first");
  public static final OfferId SECOND = new OfferId("second");
  public static final ContentRef WORDS = new ContentRef("w".repeat(43));
  public static final Instant NOON = Instant.parse("2015-01-01T12:00:00Z");

  private AccordSamples() {}

  public static Actor actor(String account, Role role, @Nullable BodyId body) {
    return new Actor(new AccountId(account), role, body);
  }

  /** An account of a party, named after it. */
  public static Actor delegate(BodyId party) {
    return actor("delegate-" + party, Role.PARTY, party);
  }

  public static Filing by(Actor actor) {
    return Filing.of(actor, NOON);
  }

  public static Filing by(Actor actor, String day) {
    return Filing.of(actor, Instant.parse(day + "T12:00:00Z"));
  }

  /** The same filing of an act that bears an older date. */
  public static Filing dated(Filing filed, String day) {
    return new Filing(filed.by(), filed.at(), LocalDate.parse(day));
  }

  /** Filed by the registrar. */
  public static Filing registrar() {
    return by(actor("registrar", Role.REGISTRAR, SECRETARIAT));
  }

  public static Party party(BodyId id) {
    return new Party(id, Map.of(EN, id.value()));
  }

  public static Basket basket(BasketCode code) {
    return new Basket(code, Map.of(EN, code.value()), Form.CODE_OF_CONDUCT, Bindingness.POLITICAL);
  }

  /** Thirty days to respond, three members, two of whom can decide. */
  public static ProcedureRules rules() {
    return new ProcedureRules(1, 30, 3, 2);
  }

  public static DraftAccord draft() {
    return draft(false);
  }

  public static DraftAccord draft(boolean retrospective) {
    return new DraftAccord(
        ACCORD,
        Map.of(EN, "Sample accord"),
        List.of(),
        List.of(party(NORTH), party(SOUTH)),
        List.of(EN),
        true,
        retrospective,
        List.of(basket(MEDIA), basket(CYBER)),
        rules(),
        registrar());
  }

  /** A testable prohibition with two elements that every party owes. */
  public static Clause clause() {
    return clause(QUIET, MEDIA, Kind.PROHIBITION, new EntryRule(Needs.ALL_PARTIES, List.of()));
  }

  public static Clause clause(ClauseCode code, BasketCode basket, Kind kind, EntryRule entry) {
    return new Clause(
        code,
        basket,
        kind,
        Map.of(EN, "No agency of a party makes public what it obtained."),
        "agencies of a party",
        List.of("publish-obtained-material"),
        "politically significant information",
        "at any time",
        "none",
        List.of(),
        "two independent sources",
        List.of(
            new Clause.Element(BY_AN_AGENCY, Map.of(EN, "obtained by an agency")),
            new Clause.Element(MADE_PUBLIC, Map.of(EN, "made public"))),
        List.of(),
        Verifiability.B,
        List.of(),
        entry,
        null);
  }

  /** The same clause without elements, which makes it untestable. */
  public static Clause untestable(Clause c) {
    return with(c, c.boundParties(), List.of(), c.effectiveFrom());
  }

  /** The same clause with its first element given twice. */
  public static Clause elementTwice(Clause c) {
    return with(
        c,
        c.boundParties(),
        List.of(c.elements().getFirst(), c.elements().getFirst()),
        c.effectiveFrom());
  }

  /** The same clause with other elements. */
  public static Clause withElements(Clause c, Clause.Element... elements) {
    return with(c, c.boundParties(), List.of(elements), c.effectiveFrom());
  }

  /** The same clause owed by the given parties alone. */
  public static Clause binding(Clause c, BodyId... parties) {
    return with(c, List.of(parties), c.elements(), c.effectiveFrom());
  }

  /** The same clause with a first day of force of its own. */
  public static Clause effective(Clause c, String from) {
    return with(c, c.boundParties(), c.elements(), LocalDate.parse(from));
  }

  /** The same clause in other words. */
  public static Clause reworded(Clause c, Map<LanguageTag, String> text) {
    return with(c, text, c.boundParties(), c.elements(), c.effectiveFrom());
  }

  /** A cooperation item that only those it names accept and owe. */
  public static Clause hotlineOf(BodyId... parties) {
    EntryRule entry = new EntryRule(Needs.NAMED, List.of(parties));
    return binding(clause(HOTLINE, CYBER, Kind.COOPERATION, entry), parties);
  }

  /** The same clause with a rule for the window of an embargo. */
  public static Clause embargo(Clause c, EmbargoRule rule) {
    return with(c, rule, c.evidenceThreshold());
  }

  /** The same clause under which nothing is established with less confidence than this. */
  public static Clause demanding(Clause c, Confidence threshold) {
    return with(c, c.embargo(), threshold);
  }

  private static Clause with(
      Clause c, List<BodyId> bound, List<Clause.Element> elements, @Nullable LocalDate from) {
    return with(c, c.text(), bound, elements, from);
  }

  private static Clause with(
      Clause c,
      Map<LanguageTag, String> text,
      List<BodyId> bound,
      List<Clause.Element> elements,
      @Nullable LocalDate from) {
    return with(c, text, bound, elements, from, c.embargo(), c.evidenceThreshold());
  }

  private static Clause with(Clause c, @Nullable EmbargoRule rule, @Nullable Confidence threshold) {
    return with(c, c.text(), c.boundParties(), c.elements(), c.effectiveFrom(), rule, threshold);
  }

  /** The one copy: everything that the samples change, and the rest as it was. */
  private static Clause with(
      Clause c,
      Map<LanguageTag, String> text,
      List<BodyId> bound,
      List<Clause.Element> elements,
      @Nullable LocalDate from,
      @Nullable EmbargoRule rule,
      @Nullable Confidence threshold) {
    return new Clause(
        c.code(),
        c.basket(),
        c.kind(),
        text,
        c.actor(),
        c.acts(),
        c.target(),
        c.timeRule(),
        c.exclusions(),
        c.protectedConduct(),
        c.evidenceStandard(),
        elements,
        c.reiterates(),
        c.verifiability(),
        bound,
        c.entry(),
        from,
        rule,
        threshold);
  }

  public static OfferText offer(OfferId offer, boolean severable, Clause... items) {
    return new OfferText(
        ACCORD, offer, NORTH, severable, List.of(items), null, by(delegate(NORTH)));
  }

  public static AcceptItems accept(OfferId offer, BodyId party, ClauseCode... items) {
    return new AcceptItems(ACCORD, offer, party, List.of(items), false, null, by(delegate(party)));
  }

  public static GrantStanding standing(BodyId body) {
    return new GrantStanding(ACCORD, body, registrar());
  }

  public static AppointPanelist panelist(String account, BodyId nationality, BasketCode... in) {
    return new AppointPanelist(
        ACCORD, new AccountId(account), nationality, List.of(in), registrar());
  }

  public static RefuseItems refuse(
      OfferId offer, BodyId party, ContentRef reason, ClauseCode... items) {
    return new RefuseItems(
        ACCORD, offer, party, List.of(items), reason, null, null, by(delegate(party)));
  }

  public static WithdrawOffer withdraw(OfferId offer, BodyId party, ContentRef reason) {
    return new WithdrawOffer(ACCORD, offer, reason, by(delegate(party)));
  }

  public static AdoptRules adoptRules() {
    return new AdoptRules(ACCORD, 60, 5, 3, null, null, null, null, null, registrar());
  }

  public static AdoptMethod adoptMethod(int method) {
    return new AdoptMethod(ACCORD, method, registrar());
  }

  public static DeclareCoverage coverage(ClauseCode clause, BodyId body, String since) {
    return new DeclareCoverage(
        ACCORD, clause, body, LocalDate.parse(since), by(actor("monitor", Role.MONITOR, body)));
  }
}
