package org.accordledger.projections.catchup;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.accordledger.core.AccountId;
import org.accordledger.core.Actor;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Marking;
import org.accordledger.core.Occurred;
import org.accordledger.core.Recorded;
import org.accordledger.core.Role;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.cases.Allegation;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.cases.CaseEvent.CaseAdmitted;
import org.accordledger.core.cases.CaseEvent.RespondentNotified;
import org.accordledger.core.cases.CaseEvent.ResponseFiled;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.ResponseKind;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.projections.FakeLog;
import org.accordledger.projections.LedgerScript;
import org.accordledger.projections.Projection;
import org.accordledger.projections.ProjectionSettings;
import org.accordledger.projections.Projections;
import org.accordledger.projections.TestDatabase;
import org.accordledger.projections.docket.DocketProjection;
import org.accordledger.projections.scorecard.ScorecardProjection;
import org.accordledger.projections.timeline.TimelineProjection;

/**
 * How many events a second the projections apply from a log in memory, all together and each alone;
 * the first argument is the number of cases, four events each.
 */
final class CatchUp {
  private CatchUp() {}

  public static void main(String[] arguments) throws InterruptedException {
    int cases = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
    List<Recorded<? extends LedgerEvent>> events = events(cases);
    EventCodec codec = new EventCodec();
    try (TestDatabase database = TestDatabase.fresh()) {
      List<Projection> all =
          List.of(
              new ScorecardProjection(database.dataSource()),
              new DocketProjection(database.dataSource()),
              new TimelineProjection(database.dataSource(), codec::encode));
      FakeLog log = new FakeLog();
      log.growTo(events);
      try (Projections projections =
          new Projections(
              database.dataSource(),
              log,
              all,
              ProjectionSettings.defaults(),
              InstantSource.system())) {
        measure("all together, first run", projections, all, events.size(), projections::start);
        for (Projection one : all) {
          measure(
              one.name() + " alone, rebuilt",
              projections,
              List.of(one),
              events.size(),
              () -> projections.rebuild(one.name()));
        }
        measure(
            "all together, rebuilt",
            projections,
            all,
            events.size(),
            () -> all.forEach(one -> projections.rebuild(one.name())));
      }
    }
  }

  private static void measure(
      String what,
      Projections projections,
      List<? extends Projection> waited,
      int events,
      Runnable start)
      throws InterruptedException {
    long from = System.nanoTime();
    start.run();
    for (Projection projection : waited) {
      boolean _ = projections.awaitPosition(projection.name(), events - 1L, Duration.ofMinutes(10));
    }
    double seconds = (System.nanoTime() - from) / 1e9;
    System.out.printf(
        "%s: %,d events in %.2f s = %,.0f events/s%n", what, events, seconds, events / seconds);
  }

  /** Cases that overlap: the events of a hundred of them lie mixed. */
  private static List<Recorded<? extends LedgerEvent>> events(int cases) {
    LedgerScript script = LedgerScript.withAccord(false);
    SplittableRandom random = new SplittableRandom(1);
    int[] steps = new int[cases];
    int first = 0;
    while (first < cases) {
      int one = Math.min(cases - 1, first + random.nextInt(100));
      if (steps[one] < 4) {
        step(script, random, "case-" + one, steps[one]++);
      }
      while (first < cases && steps[first] == 4) {
        first++;
      }
    }
    return new ArrayList<>(script.events());
  }

  private static void step(LedgerScript script, SplittableRandom random, String id, int step) {
    Filing filed =
        Filing.of(new Actor(new AccountId("someone"), Role.REGISTRAR, null), script.filed().at());
    script.add(
        id,
        switch (step) {
          case 0 -> submitted(random, id, filed);
          case 1 -> new CaseAdmitted(Map.of(), filed);
          case 2 -> new RespondentNotified(filed.day().plusDays(30), 1, filed);
          default -> new ResponseFiled(ResponseKind.NO_FACTS, Map.of(), List.of(), null, filed);
        });
  }

  private static AllegationSubmitted submitted(SplittableRandom random, String id, Filing filed) {
    return new AllegationSubmitted(
        new CaseId(id),
        new Allegation(
            LedgerScript.ACCORD,
            new ClauseCode("c" + random.nextInt(10)),
            random.nextBoolean() ? LedgerScript.NORTH : LedgerScript.SOUTH,
            LedgerScript.WATCH,
            List.of("act-1"),
            Occurred.on(LocalDate.of(2015, 1, 1).plusDays(random.nextInt(2000))),
            null,
            List.of(new BodyId("east")),
            "An allegation of some length about conduct " + id,
            Map.of(new LanguageTag("en"), new ContentRef("a".repeat(43))),
            List.of(),
            null,
            null,
            List.of(),
            List.of(),
            id,
            Marking.CLEAR,
            false),
        0,
        1,
        List.of(),
        filed);
  }
}
