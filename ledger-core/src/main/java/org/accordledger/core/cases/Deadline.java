package org.accordledger.core.cases;

import java.util.Locale;

/** What has a last day in a case. */
public enum Deadline {
  /** The respondent's to answer the allegation. */
  RESPONSE,
  /** The complainant's to give the particulars that the respondent asked for. */
  PARTICULARS,
  /** The complainant's to reply to the response. */
  REPLY,
  /** Either side's to request a review of the finding. */
  REVIEW_REQUEST,
  /** The respondent's to do what a remedy asks for. */
  REMEDY;

  /** The deadline as the API shows it, for example {@code review_request}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
