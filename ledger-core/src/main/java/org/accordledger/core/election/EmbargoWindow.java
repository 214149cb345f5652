package org.accordledger.core.election;

import java.time.LocalDate;
import java.util.Locale;
import org.accordledger.core.BodyId;
import org.accordledger.core.Occurred;
import org.accordledger.core.accord.EmbargoRule;
import org.jspecify.annotations.Nullable;

/**
 * The days on which an embargo clause forbids a verdict on one election, as far as they are known.
 * Both ends are inside: days cannot tell whether a statement came before or after the vote or the
 * document of the same day.
 *
 * @param state what is known of it
 * @param opens first day; absent if it never opens or the day of the vote is not known
 * @param closes last day; absent while it is not known
 * @param restsOn what it follows from, in one sentence
 */
public record EmbargoWindow(
    State state, @Nullable LocalDate opens, @Nullable LocalDate closes, String restsOn) {
  /** What is known of a window. */
  public enum State {
    /** The day of the vote is not known. */
    UNDATED,
    /** Nobody recorded whether missions whose document counts observe the election. */
    MISSION_UNKNOWN,
    /** The document that closes it is not published. */
    OPEN,
    /** It has both its ends. */
    CLOSED,
    /** Nobody observes the election, and the rule names no time for that. */
    NEVER_OPENS;

    /** True if data alone tell whether a day is outside. */
    public boolean known() {
      return this == OPEN || this == CLOSED || this == NEVER_OPENS;
    }
  }

  /** The window of an election under a rule. */
  public static EmbargoWindow of(EmbargoRule rule, Election election) {
    LocalDate held = election.heldOn();
    String name = election.election() + ", version " + election.version();
    boolean nobody = election.noMission() != null;
    Integer days = rule.daysWithoutMission();
    if (nobody && days == null) {
      return new EmbargoWindow(
          State.NEVER_OPENS, null, null, name + ": nobody observes it, and so it never opens");
    }
    if (held == null) {
      return new EmbargoWindow(State.UNDATED, null, null, name + ": its day is not known");
    }
    if (nobody && days != null) {
      return new EmbargoWindow(
          State.CLOSED,
          held,
          held.plusDays(days),
          "%s: nobody observes it, and so it closes %d days after %s".formatted(name, days, held));
    }
    return observed(rule, election, held, name);
  }

  private static EmbargoWindow observed(
      EmbargoRule rule, Election election, LocalDate held, String name) {
    String document = rule.closesWith().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    LocalDate closes = election.firstDayOf(rule.closesWith(), rule.missions()).orElse(null);
    if (closes != null) {
      return new EmbargoWindow(
          State.CLOSED,
          held,
          closes,
          "%s: held on %s, %s on %s".formatted(name, held, document, closes));
    }
    boolean observed =
        election.missions().stream().map(Mission::mission).anyMatch(one -> counts(rule, one));
    return observed
        ? new EmbargoWindow(
            State.OPEN, held, null, "%s: held on %s, no %s yet".formatted(name, held, document))
        : new EmbargoWindow(
            State.MISSION_UNKNOWN,
            held,
            null,
            "%s: held on %s, whether it is observed is not known".formatted(name, held));
  }

  private static boolean counts(EmbargoRule rule, BodyId mission) {
    return rule.missions().isEmpty() || rule.missions().contains(mission);
  }

  /**
   * True if it is certain that conduct lay inside on every day on which it may have taken place.
   */
  public boolean contains(Occurred occurred) {
    LocalDate from = occurred.from();
    LocalDate latest = occurred.latest();
    if (!state.known() || opens == null || from == null || from.isBefore(opens)) {
      return false;
    }
    return closes == null || (latest != null && !latest.isAfter(closes));
  }

  /**
   * True if it is certain that conduct lay outside on every day on which it may have taken place.
   *
   * @param from first day of the conduct; null if not known
   * @param latest last day on which it may have taken place
   */
  public boolean excludes(@Nullable LocalDate from, LocalDate latest) {
    if (state == State.NEVER_OPENS) {
      return true;
    }
    boolean before = opens != null && latest.isBefore(opens);
    boolean after = closes != null && from != null && from.isAfter(closes);
    return before || after;
  }
}
