package org.accordledger.core.election;

import org.accordledger.core.RefusalCode;

/** Why an election refuses a command. Codes are stable for ever. */
public enum ElectionRefusal implements RefusalCode {
  UNKNOWN_ELECTION("An election is registered before anything else is said of it."),
  ELECTION_EXISTS("An election is registered once."),
  DATE_KNOWN("An election is dated anew with another day than the one it has."),
  MISSION_ALREADY_NAMED("A mission is named once for an election."),
  UNKNOWN_MISSION("A report is one of a mission that was named."),
  MISSION_OBSERVES("That nobody observes is recorded where no mission was named."),
  NO_MISSION_KNOWN("That nobody observes is recorded once."),
  REPORT_BEFORE_ELECTION("Observers report on the day of the election or later."),
  REPORT_IN_FUTURE("A report is recorded once it is published."),
  REPORT_KNOWN("A report is recorded again only with another day.");

  private final String rule;

  ElectionRefusal(String rule) {
    this.rule = rule;
  }

  @Override
  public String rule() {
    return rule;
  }
}
