package org.accordledger.core.election;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.ContentRef;
import org.accordledger.core.FilingRefusal;
import org.accordledger.core.FilingRules;
import org.accordledger.core.Refused;
import org.accordledger.core.Texts;
import org.accordledger.core.election.ElectionCommand.DateElection;
import org.accordledger.core.election.ElectionCommand.NameMission;
import org.accordledger.core.election.ElectionCommand.RecordNoMission;
import org.accordledger.core.election.ElectionCommand.RecordReport;
import org.accordledger.core.election.ElectionCommand.RegisterElection;
import org.accordledger.core.election.ElectionEvent.ElectionDated;
import org.accordledger.core.election.ElectionEvent.ElectionRegistered;
import org.accordledger.core.election.ElectionEvent.MissionNamed;
import org.accordledger.core.election.ElectionEvent.NoMissionRecorded;
import org.accordledger.core.election.ElectionEvent.ReportRecorded;
import org.jspecify.annotations.Nullable;

/** What follows from a command to an election: an event, or a refusal and nothing. */
public final class ElectionDecisions {
  private static final int MOST_MISSIONS = 100;

  private ElectionDecisions() {}

  /**
   * Decides.
   *
   * @param election null if there is none yet
   * @return at least one event, in the order they happened
   * @throws Refused with an {@link ElectionRefusal} or a {@link FilingRefusal}
   * @throws org.accordledger.core.InvalidValue for a text out of bounds
   */
  public static List<ElectionEvent> decide(@Nullable Election election, ElectionCommand command) {
    FilingRules.datedOnlyIfRetrospective(command.filed(), false);
    return List.of(
        switch (command) {
          case RegisterElection c -> register(election, c);
          case DateElection c -> date(exists(election, c), c);
          case NameMission c -> name(exists(election, c), c);
          case RecordNoMission c -> nobody(exists(election, c), c);
          case RecordReport c -> report(exists(election, c), c);
        });
  }

  private static Election exists(@Nullable Election election, ElectionCommand command) {
    if (election == null) {
      throw new Refused(
          ElectionRefusal.UNKNOWN_ELECTION,
          "there is no %s: register it first".formatted(command.election()));
    }
    return election;
  }

  private static ElectionRegistered register(
      @Nullable Election election, RegisterElection command) {
    if (election != null) {
      throw new Refused(
          ElectionRefusal.ELECTION_EXISTS,
          "%s exists: use another id, or say more of it".formatted(election.election()));
    }
    Texts.requireLine("title", command.title(), Texts.TITLE);
    Texts.requireLine("source", command.source(), Texts.LINK);
    return new ElectionRegistered(
        command.election(),
        command.country(),
        command.title(),
        command.heldOn(),
        command.source(),
        command.filed());
  }

  private static ElectionDated date(Election election, DateElection command) {
    if (command.heldOn().equals(election.heldOn())) {
      throw new Refused(
          ElectionRefusal.DATE_KNOWN,
          "%s has the day %s: name another one".formatted(election.election(), command.heldOn()));
    }
    for (Mission mission : election.missions()) {
      mission
          .reports()
          .forEach(published -> isNotBefore(published.publishedOn(), command.heldOn(), mission));
    }
    saysWhy(election.heldOn(), command.reason());
    return new ElectionDated(command.heldOn(), command.reason(), command.filed());
  }

  private static MissionNamed name(Election election, NameMission command) {
    Texts.requireLine("title", command.title(), Texts.TITLE);
    Texts.requireLine("source", command.source(), Texts.LINK);
    Texts.requireAtMost("missions", election.missions(), MOST_MISSIONS - 1);
    if (election.missionOf(command.mission()).isPresent()) {
      throw new Refused(
          ElectionRefusal.MISSION_ALREADY_NAMED,
          "%s observes %s already: nothing is to be done"
              .formatted(command.mission(), election.election()));
    }
    return new MissionNamed(command.mission(), command.title(), command.source(), command.filed());
  }

  private static NoMissionRecorded nobody(Election election, RecordNoMission command) {
    Texts.requireLine("source", command.source(), Texts.LINK);
    if (!election.missions().isEmpty()) {
      throw new Refused(
          ElectionRefusal.MISSION_OBSERVES,
          "%s observes %s"
              .formatted(election.missions().getFirst().mission(), election.election()));
    }
    if (election.noMission() != null) {
      throw new Refused(
          ElectionRefusal.NO_MISSION_KNOWN,
          "that nobody observes %s is recorded already: nothing is to be done"
              .formatted(election.election()));
    }
    return new NoMissionRecorded(command.source(), command.filed());
  }

  private static ReportRecorded report(Election election, RecordReport command) {
    Texts.requireLine("source", command.source(), Texts.LINK);
    Mission mission =
        election
            .missionOf(command.mission())
            .orElseThrow(
                () ->
                    new Refused(
                        ElectionRefusal.UNKNOWN_MISSION,
                        "no mission of %s was named for %s: name it first"
                            .formatted(command.mission(), election.election())));
    LocalDate before = mission.dayOf(command.report());
    if (command.publishedOn().equals(before)) {
      throw new Refused(
          ElectionRefusal.REPORT_KNOWN,
          "it is recorded with the day %s already: nothing is to be done".formatted(before));
    }
    if (command.publishedOn().isAfter(command.filed().day())) {
      throw new Refused(
          ElectionRefusal.REPORT_IN_FUTURE,
          "published_on %s is after the day of filing, %s: record it when it is published"
              .formatted(command.publishedOn(), command.filed().day()));
    }
    LocalDate heldOn = election.heldOn();
    if (heldOn != null) {
      isNotBefore(command.publishedOn(), heldOn, mission);
    }
    saysWhy(before, command.reason());
    return new ReportRecorded(
        command.mission(),
        command.report(),
        command.publishedOn(),
        command.source(),
        command.reason(),
        command.filed());
  }

  private static void isNotBefore(LocalDate published, LocalDate heldOn, Mission mission) {
    if (published.isBefore(heldOn)) {
      throw new Refused(
          ElectionRefusal.REPORT_BEFORE_ELECTION,
          "a report of %s on %s would be before the election on %s: correct one of the two"
              .formatted(mission.mission(), published, heldOn));
    }
  }

  private static void saysWhy(@Nullable LocalDate before, @Nullable ContentRef reason) {
    if (before != null && reason == null) {
      throw new Refused(
          FilingRefusal.REASON_MISSING,
          "reason is missing: the day takes the place of %s, say why".formatted(before));
    }
  }
}
