package org.accordledger.core.election;

import static org.accordledger.core.accord.AccordSamples.SECRETARIAT;
import static org.accordledger.core.accord.AccordSamples.actor;
import static org.accordledger.core.accord.AccordSamples.by;

import java.time.LocalDate;
import java.util.Objects;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.Role;
import org.accordledger.core.accord.ObserverReport;
import org.accordledger.core.election.ElectionCommand.DateElection;
import org.accordledger.core.election.ElectionCommand.NameMission;
import org.accordledger.core.election.ElectionCommand.RecordNoMission;
import org.accordledger.core.election.ElectionCommand.RecordReport;
import org.accordledger.core.election.ElectionCommand.RegisterElection;
import org.jspecify.annotations.Nullable;

/** An election in alba on 4 December 2011, piece by piece. */
public final class ElectionSamples {
  public static final ElectionId ELECTION = new ElectionId("election-sample");
  public static final BodyId OBSERVERS = new BodyId("observers");
  public static final BodyId OTHERS = new BodyId("others");
  static final String SOURCE = "https://example.org/election";

  private ElectionSamples() {}

  static Filing registrar() {
    return by(actor("registrar", Role.REGISTRAR, SECRETARIAT), "2020-03-01");
  }

  public static RegisterElection register(@Nullable String heldOn) {
    return register("Parliament", heldOn);
  }

  static RegisterElection register(String title, @Nullable String heldOn) {
    return new RegisterElection(
        ELECTION, new BodyId("alba"), title, day(heldOn), SOURCE, registrar());
  }

  static DateElection date(String heldOn, @Nullable ContentRef reason) {
    return new DateElection(ELECTION, LocalDate.parse(heldOn), reason, registrar());
  }

  public static NameMission mission(BodyId body) {
    return new NameMission(ELECTION, body, "Observers of " + body, SOURCE, registrar());
  }

  public static RecordNoMission nobody() {
    return new RecordNoMission(ELECTION, SOURCE, registrar());
  }

  public static RecordReport report(BodyId mission, ObserverReport report, String on) {
    return report(mission, report, on, null);
  }

  static RecordReport report(
      BodyId mission, ObserverReport report, String on, @Nullable ContentRef reason) {
    return new RecordReport(
        ELECTION, mission, report, LocalDate.parse(on), SOURCE, reason, registrar());
  }

  /** What these commands add up to; each must succeed. */
  public static Election after(ElectionCommand... commands) {
    @Nullable Election election = null;
    for (ElectionCommand command : commands) {
      for (ElectionEvent event : ElectionDecisions.decide(election, command)) {
        election = Election.evolve(election, event);
      }
    }
    return Objects.requireNonNull(election);
  }

  private static @Nullable LocalDate day(@Nullable String day) {
    return day == null ? null : LocalDate.parse(day);
  }
}
