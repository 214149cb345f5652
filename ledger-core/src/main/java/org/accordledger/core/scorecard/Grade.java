package org.accordledger.core.scorecard;

import java.util.Locale;

/**
 * How a party stands under a clause. Comes from findings alone: what is merely alleged, answered,
 * settled or open never moves it. Listed in the order in which the first that applies is taken.
 */
public enum Grade {
  /** No version of the clause binds the party on any day of the period up to today. */
  NOT_IN_FORCE,
  /** A standing grave violation, or three standing ones within 24 months. */
  SERIOUS_VIOLATION,
  /** A standing violation. */
  VIOLATION,
  /** Violations, and the remedy of every one was verified. */
  VIOLATION_REMEDIED,
  /** Findings that leave the party's responsibility open, and no violation; never compliance. */
  NOT_DETERMINABLE,
  /** Findings, and every one of them says no violation. */
  NO_VIOLATION,
  /** Somebody monitors the clause, and nothing was decided. */
  NO_FINDING,
  /** Nobody monitors the clause, and nothing was decided. */
  NOT_MONITORED;

  /** The grade as the API shows it, for example {@code no_finding}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
