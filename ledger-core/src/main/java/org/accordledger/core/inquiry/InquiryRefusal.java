package org.accordledger.core.inquiry;

import org.accordledger.core.RefusalCode;

/** Why an inquiry refuses a command. Codes are stable for ever. */
public enum InquiryRefusal implements RefusalCode {
  INQUIRY_EXISTS("An inquiry is opened once."),
  UNKNOWN_INQUIRY("An inquiry starts with its opening."),
  INQUIRY_OVER("An inquiry that was resolved or brought as an allegation is over."),
  INQUIRES_OF_ITSELF("Nobody inquires of itself."),
  ADDRESSEE_NOT_A_PARTY("An inquiry is addressed to a party of the accord."),
  INQUIRER_WITHOUT_STANDING("Who inquires is a party or was granted standing."),
  INQUIRER_ONLY("Only the inquirer ends an inquiry."),
  ADDRESSEE_ONLY("Only the addressee answers an inquiry."),
  ANOTHER_ALLEGATION(
      "An inquiry ends in a case of the inquirer against the addressee under the same accord.");

  private final String rule;

  InquiryRefusal(String rule) {
    this.rule = rule;
  }

  @Override
  public String rule() {
    return rule;
  }
}
