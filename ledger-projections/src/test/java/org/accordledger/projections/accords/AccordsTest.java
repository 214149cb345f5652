package org.accordledger.projections.accords;

import static org.accordledger.projections.LedgerScript.ACCORD;
import static org.accordledger.projections.LedgerScript.CLAUSE;
import static org.accordledger.projections.LedgerScript.NORTH;
import static org.accordledger.projections.LedgerScript.SOUTH;
import static org.accordledger.projections.LedgerScript.WATCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Marking;
import org.accordledger.core.accord.AccordEvent.ClauseEnteredIntoForce;
import org.accordledger.core.accord.AccordEvent.CoverageDeclared;
import org.accordledger.core.accord.AccordEvent.ItemsAccepted;
import org.accordledger.core.accord.AccordEvent.ItemsRefused;
import org.accordledger.core.accord.AccordEvent.MethodAdopted;
import org.accordledger.core.accord.AccordEvent.OfferWithdrawn;
import org.accordledger.core.accord.AccordEvent.PanelistAppointed;
import org.accordledger.core.accord.AccordEvent.StandingGranted;
import org.accordledger.core.accord.AccordEvent.TextOffered;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.AccordTerms.ClauseInForce;
import org.accordledger.core.accord.BasketCode;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.Clause.EntryRule;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.OfferId;
import org.accordledger.projections.Applying;
import org.accordledger.projections.LedgerScript;
import org.accordledger.projections.TestDatabase;
import org.accordledger.projections.accords.OfferOverview.Item;
import org.accordledger.projections.accords.OfferOverview.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccordsTest {
  private static final OfferId FIRST = new OfferId("first");
  private static final OfferId SECOND = new OfferId("second");
  private static final ClauseCode OTHER = new ClauseCode("c2");
  private static final LocalDate IN_2021 = LocalDate.of(2021, 4, 1);
  private static final LocalDate IN_2022 = LocalDate.of(2022, 4, 1);
  private static final AccountId JUROR = new AccountId("juror");

  private final TestDatabase database = TestDatabase.fresh();
  private final AccordProjection projection = new AccordProjection(database.dataSource());
  private final AccordQuery accords = new AccordQuery(database.dataSource());

  @AfterEach
  void close() {
    database.close();
  }

  private static Clause clause(ClauseCode code, String text) {
    return new Clause(
        code,
        new BasketCode("media"),
        Clause.Kind.PROHIBITION,
        Map.of(new LanguageTag("en"), text),
        null,
        List.of(),
        null,
        null,
        null,
        List.of(),
        null,
        List.of(),
        List.of(),
        Clause.Verifiability.B,
        List.of(),
        new EntryRule(EntryRule.Needs.ALL_PARTIES, List.of()),
        null);
  }

  /** One clause enters into force and later gets a second version; another is refused. */
  private static LedgerScript negotiation() {
    LedgerScript s = LedgerScript.withAccord(true);
    String stream = ACCORD.value();
    s.add(stream, offer(s, FIRST, clause(CLAUSE, "old"), clause(OTHER, "never")));
    s.add(stream, accepts(s, FIRST, CLAUSE));
    s.add(
        stream,
        new ItemsRefused(FIRST, SOUTH, List.of(OTHER), "too wide", null, "gazette", s.filed()));
    s.add(stream, new ClauseEnteredIntoForce(FIRST, CLAUSE, 1, IN_2021, true, s.filed()));
    s.submitted("case-1", Marking.CLEAR);
    s.add(stream, offer(s, SECOND, clause(CLAUSE, "new"), clause(OTHER, "again")));
    s.add(stream, new ClauseEnteredIntoForce(SECOND, CLAUSE, 2, IN_2022, false, s.filed()));
    s.add(stream, new OfferWithdrawn(SECOND, "time passed", s.filed()));
    return s;
  }

  private static TextOffered offer(LedgerScript script, OfferId id, Clause... items) {
    return new TextOffered(id, NORTH, true, List.of(items), null, script.filed());
  }

  private static ItemsAccepted accepts(LedgerScript script, OfferId offer, ClauseCode item) {
    return new ItemsAccepted(offer, SOUTH, List.of(item), true, "while kept", script.filed());
  }

  private AccordOverview overview() {
    return accords.find(ACCORD).value().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 1000})
  void every_version_of_a_clause_is_kept_with_its_text_and_its_days(int batchSize) {
    Applying.all(database.dataSource(), projection, negotiation().events(), batchSize);

    assertThat(overview().clauses())
        .containsExactly(
            new ClauseInForce(clause(CLAUSE, "old"), 1, IN_2021, IN_2022.minusDays(1), true),
            new ClauseInForce(clause(CLAUSE, "new"), 2, IN_2022, null, false));
    assertThat(overview().charter().hypothetical()).isTrue();
    assertThat(overview().version()).isEqualTo(7);
    assertThat(accords.find(ACCORD).position()).isEqualTo(8);
  }

  @Test
  void every_item_of_an_offer_has_its_own_status_and_answers() {
    Applying.all(database.dataSource(), projection, negotiation().events(), 4);

    List<OfferOverview> offers = overview().offers();
    assertThat(offers).extracting(OfferOverview::offer).containsExactly(FIRST, SECOND);
    assertThat(offers.getFirst().items())
        .extracting(Item::status)
        .containsExactly(Status.IN_FORCE, Status.REFUSED);
    assertThat(offers.getLast().items())
        .extracting(Item::status)
        .containsExactly(Status.IN_FORCE, Status.WITHDRAWN);
    assertThat(offers.getLast().withdrawn()).isEqualTo("time passed");
    var acceptance = offers.getFirst().items().getFirst().acceptances().getFirst();
    assertThat(acceptance.withoutAdmission()).isTrue();
    assertThat(acceptance.condition()).isEqualTo("while kept");
    var refusal = offers.getFirst().items().getLast().refusals().getFirst();
    assertThat(refusal.party()).isEqualTo(SOUTH);
    assertThat(refusal.reason()).isEqualTo("too wide");
    assertThat(refusal.source()).isEqualTo("gazette");
  }

  @Test
  void an_item_is_offered_until_somebody_answers() {
    LedgerScript script = LedgerScript.withAccord(false);
    script.add(ACCORD.value(), offer(script, FIRST, clause(CLAUSE, "a"), clause(OTHER, "b")));
    script.add(ACCORD.value(), accepts(script, FIRST, OTHER));
    Applying.all(database.dataSource(), projection, script.events(), 1);

    assertThat(overview().offers().getFirst().items())
        .extracting(Item::status)
        .containsExactly(Status.OFFERED, Status.ACCEPTED_BY_SOME);
  }

  @Test
  void the_procedure_shows_who_may_file_watch_and_sit() {
    LedgerScript s = LedgerScript.withAccord(false);
    String stream = ACCORD.value();
    BasketCode media = new BasketCode("media");
    s.add(stream, new StandingGranted(WATCH, s.filed()));
    s.add(stream, new CoverageDeclared(CLAUSE, WATCH, IN_2021, s.filed()));
    s.add(stream, new PanelistAppointed(JUROR, SOUTH, List.of(media), s.filed()));
    s.add(stream, new PanelistAppointed(JUROR, SOUTH, List.of(), s.filed()));
    s.add(stream, new MethodAdopted(1, s.filed()));
    Applying.all(database.dataSource(), projection, s.events(), 2);

    var procedure = overview().procedure();
    assertThat(procedure.standing()).containsExactly(WATCH);
    assertThat(procedure.methods()).containsExactly(1);
    assertThat(procedure.roster()).hasSize(1);
    assertThat(procedure.roster().getFirst().baskets()).isEmpty();
    assertThat(procedure.coverage())
        .containsExactly(new AccordOverview.Coverage(CLAUSE, WATCH, IN_2021));
  }

  @Test
  void a_replay_gives_the_same_accords_and_an_unknown_one_is_absent() {
    LedgerScript script = negotiation();
    Applying.all(database.dataSource(), projection, script.events(), 1000);
    var before = accords.list();

    Applying.replay(database.dataSource(), projection, script.events(), 1);

    assertThat(accords.list()).isEqualTo(before);
    assertThat(accords.find(new AccordId("accord-none")).value()).isEmpty();
  }
}
