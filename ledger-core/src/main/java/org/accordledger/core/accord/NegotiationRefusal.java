package org.accordledger.core.accord;

import org.accordledger.core.RefusalCode;

/** Why an accord refuses a step of its negotiation. Codes are stable for ever. */
public enum NegotiationRefusal implements RefusalCode {
  COUNTERS_ITSELF("A counteroffer answers the offer of another."),
  OFFER_LAPSED("What has lapsed can no longer be accepted, refused, answered or withdrawn."),
  LAPSE_DAY("An offer lapses on a day from the day it was made to the day of filing."),
  NOTHING_TO_LAPSE("An offer of which nothing is left open can no longer lapse."),
  TEXT_EXISTS("A restricted text's id is used once in its accord."),
  DIGEST_EXISTS("A digest is committed once in its accord."),
  UNKNOWN_TEXT("Only a text that was committed can be disclosed."),
  ALREADY_DISCLOSED("A restricted text is disclosed once."),
  TEXT_DIFFERS("A disclosed text is the one that was committed, byte for byte, with its salt."),
  DISCLOSED_DAY("A text becomes known on a day from the day it was made to the day of filing."),
  NOT_HAPPENED_YET("What is recorded as having happened began by the day of filing."),
  TOO_MANY_ACCOUNTS("A body gives at most twenty accounts of one meeting."),
  DRAFT_FULL("A draft takes at most a thousand contributions."),
  UNKNOWN_DRAFT("Only a draft that somebody contributed to can be promoted."),
  DRAFT_PROMOTED("A draft that was promoted is closed."),
  APPROVED_AHEAD("A draft is promoted when it has been approved, not ahead of it.");

  private final String rule;

  NegotiationRefusal(String rule) {
    this.rule = rule;
  }

  @Override
  public String rule() {
    return rule;
  }
}
