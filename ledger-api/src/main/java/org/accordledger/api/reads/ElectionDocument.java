package org.accordledger.api.reads;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.accordledger.core.BodyId;
import org.accordledger.core.election.Election;
import org.accordledger.core.election.ElectionId;
import org.accordledger.core.election.Mission;
import org.jspecify.annotations.Nullable;

/**
 * An election as it stood at a position.
 *
 * @param version of the election's stream: what a write names in If-Match
 * @param position of the last event it shows
 * @param heldOn day of the vote; absent if not known
 * @param missions who observes it, and what they published
 * @param noMission where it is recorded that nobody observes
 * @param missing what is not known
 */
public record ElectionDocument(
    ElectionId election,
    long version,
    long position,
    Instant recordedAt,
    BodyId country,
    String title,
    @Nullable LocalDate heldOn,
    String source,
    List<Mission> missions,
    @Nullable String noMission,
    List<Missing> missing) {
  /** What nobody recorded of an election. It is never guessed. */
  public enum Missing {
    HELD_ON,
    /** Whether anybody observes it. */
    MISSIONS
  }

  static ElectionDocument of(Election election, long position, Instant recordedAt) {
    return new ElectionDocument(
        election.election(),
        election.version(),
        position,
        recordedAt,
        election.country(),
        election.title(),
        election.heldOn(),
        election.source(),
        election.missions(),
        election.noMission(),
        missing(election));
  }

  static List<Missing> missing(Election election) {
    List<Missing> missing = new ArrayList<>();
    if (election.heldOn() == null) {
      missing.add(Missing.HELD_ON);
    }
    if (election.missions().isEmpty() && election.noMission() == null) {
      missing.add(Missing.MISSIONS);
    }
    return List.copyOf(missing);
  }
}
