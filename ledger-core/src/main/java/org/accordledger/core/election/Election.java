package org.accordledger.core.election;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.accordledger.core.BodyId;
import org.accordledger.core.Copies;
import org.accordledger.core.accord.ObserverReport;
import org.accordledger.core.election.ElectionEvent.ElectionDated;
import org.accordledger.core.election.ElectionEvent.ElectionRegistered;
import org.accordledger.core.election.ElectionEvent.MissionNamed;
import org.accordledger.core.election.ElectionEvent.NoMissionRecorded;
import org.accordledger.core.election.ElectionEvent.ReportRecorded;
import org.jspecify.annotations.Nullable;

/**
 * What the events of an election's stream add up to.
 *
 * @param version version of the stream
 * @param heldOn day of the vote; absent if not known
 * @param missions in the order they were named
 * @param noMission where it is recorded that nobody observes; absent if it is not known or a
 *     mission was named since
 */
public record Election(
    ElectionId election,
    long version,
    BodyId country,
    String title,
    @Nullable LocalDate heldOn,
    String source,
    List<Mission> missions,
    @Nullable String noMission) {

  /**
   * The state after one more event.
   *
   * @param before null before the first event of the stream
   * @throws IllegalStateException if the event cannot follow what came before
   */
  public static Election evolve(@Nullable Election before, ElectionEvent event) {
    if (before != null) {
      return before.apply(event);
    }
    if (event instanceof ElectionRegistered e) {
      return new Election(
          e.election(), 0, e.country(), e.title(), e.heldOn(), e.source(), List.of(), null);
    }
    throw new IllegalStateException(
        "an election's stream starts with its registration, not with "
            + event.getClass().getSimpleName());
  }

  private Election apply(ElectionEvent event) {
    return switch (event) {
      case ElectionRegistered _ -> throw new IllegalStateException(election + " was registered");
      case ElectionDated e -> next(e.heldOn(), missions, noMission);
      case MissionNamed e ->
          next(
              heldOn,
              Copies.with(missions, new Mission(e.mission(), e.title(), e.source(), List.of())),
              null);
      case NoMissionRecorded e -> next(heldOn, missions, e.source());
      case ReportRecorded e -> next(heldOn, reported(e), noMission);
    };
  }

  private Election next(@Nullable LocalDate day, List<Mission> observers, @Nullable String nobody) {
    return new Election(election, version + 1, country, title, day, source, observers, nobody);
  }

  private List<Mission> reported(ReportRecorded event) {
    List<Mission> all = new ArrayList<>();
    for (Mission one : missions) {
      all.add(
          one.mission().equals(event.mission())
              ? one.with(new Mission.Published(event.report(), event.publishedOn(), event.source()))
              : one);
    }
    return List.copyOf(all);
  }

  /** The mission of a body; empty if none of it was named. */
  Optional<Mission> missionOf(BodyId body) {
    return missions.stream().filter(one -> one.mission().equals(body)).findFirst();
  }

  /**
   * The first day on which one of these missions, or any if none is named, published a document.
   */
  Optional<LocalDate> firstDayOf(ObserverReport report, List<BodyId> by) {
    return missions.stream()
        .filter(one -> by.isEmpty() || by.contains(one.mission()))
        .map(one -> one.dayOf(report))
        .filter(Objects::nonNull)
        .min(LocalDate::compareTo);
  }
}
