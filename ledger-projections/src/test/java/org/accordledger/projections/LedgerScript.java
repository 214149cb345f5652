package org.accordledger.projections;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.Actor;
import org.accordledger.core.BodyId;
import org.accordledger.core.Filing;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Marking;
import org.accordledger.core.Occurred;
import org.accordledger.core.Recorded;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordEvent.AccordDrafted;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.Party;
import org.accordledger.core.accord.ProcedureRules;
import org.accordledger.core.cases.Allegation;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.cases.CaseId;

/** Writes a log by hand: one event a second, positions and versions given in order. */
public final class LedgerScript {
  public static final AccordId ACCORD = new AccordId("accord-one");
  public static final ClauseCode CLAUSE = new ClauseCode("c1");
  public static final BodyId NORTH = new BodyId("north");
  public static final BodyId SOUTH = new BodyId("south");
  public static final BodyId WATCH = new BodyId("watch");
  private static final Instant START = Instant.parse("2021-03-01T00:00:00.123456Z");
  private static final LanguageTag ENGLISH = new LanguageTag("en");

  private final List<Recorded<? extends LedgerEvent>> events = new ArrayList<>();
  private final Map<String, Long> versions = new HashMap<>();

  /** A log that begins with one accord. */
  public static LedgerScript withAccord(boolean hypothetical) {
    LedgerScript script = new LedgerScript();
    return script.add(
        ACCORD.value(),
        new AccordDrafted(
            ACCORD,
            Map.of(ENGLISH, "Accord One"),
            List.of(),
            List.of(
                new Party(NORTH, Map.of(ENGLISH, "North")),
                new Party(SOUTH, Map.of(ENGLISH, "South"))),
            List.of(ENGLISH),
            hypothetical,
            false,
            List.of(),
            new ProcedureRules(1, 30, 3, 2),
            script.filed()));
  }

  public LedgerScript add(String streamId, LedgerEvent event) {
    long version = versions.merge(streamId, 0L, (before, zero) -> before + 1);
    events.add(new Recorded<>(events.size(), now(), streamId, version, event));
    return this;
  }

  public LedgerScript submitted(String caseId, Marking marking) {
    return submitted(caseId, marking, Occurred.on(LocalDate.of(2020, 2, 3)));
  }

  public LedgerScript submitted(String caseId, Marking marking, Occurred occurred) {
    return add(caseId, allegation(caseId, marking, occurred));
  }

  private AllegationSubmitted allegation(String caseId, Marking marking, Occurred occurred) {
    return new AllegationSubmitted(
        new CaseId(caseId),
        new Allegation(
            ACCORD,
            CLAUSE,
            NORTH,
            WATCH,
            List.of(),
            occurred,
            null,
            List.of(SOUTH),
            "Title of " + caseId,
            Map.of(),
            List.of(),
            null,
            null,
            List.of(),
            List.of(),
            null,
            marking,
            false),
        0,
        1,
        List.of(),
        filed());
  }

  /** What is said next is filed when it is recorded. */
  public Filing filed() {
    return Filing.of(new Actor(new AccountId("someone"), Role.REGISTRAR, null), now());
  }

  public LocalDate today() {
    return now().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private Instant now() {
    return START.plusSeconds(events.size());
  }

  public List<Recorded<? extends LedgerEvent>> events() {
    return List.copyOf(events);
  }
}
