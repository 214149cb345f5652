package org.accordledger.core.series;

import org.accordledger.core.RefusalCode;

/** Why a series refuses a command. Codes are stable for ever. */
public enum SeriesRefusal implements RefusalCode {
  UNKNOWN_SERIES("A series is opened before anything else is done with it."),
  SERIES_EXISTS("A series is opened once."),
  NO_COUNTS("A record of counts has at least one."),
  DUPLICATE_PERIOD("A record of counts names each period once."),
  PERIOD_NOT_ALIGNED("A count is of a whole period of the calendar, as its series counts."),
  PERIOD_NOT_OVER("A period is counted after it has ended."),
  COUNTS_KNOWN("A record of counts says something that its series does not say already."),
  SERIES_OF_ANOTHER_ACCORD("A series kept under one accord is attached to no other."),
  SERIES_ALREADY_ATTACHED("A series is attached to a clause once for each dividing day.");

  private final String rule;

  SeriesRefusal(String rule) {
    this.rule = rule;
  }

  @Override
  public String rule() {
    return rule;
  }
}
