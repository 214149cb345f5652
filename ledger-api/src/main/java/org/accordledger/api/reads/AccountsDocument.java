package org.accordledger.api.reads;

import java.util.List;
import org.accordledger.core.BodyId;
import org.accordledger.core.Occurred;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.MeetingCode;

/** What different sides tell of meetings, side by side: nothing of it is merged or weighed. */
public record AccountsDocument(AccordId accord, List<Meeting> meetings) {

  /** One meeting and every account of it, in the order they were recorded. */
  public record Meeting(MeetingCode meeting, List<Account> accounts) {}

  /**
   * One account.
   *
   * @param occurred when the meeting took place by this account
   * @param source where the account is recorded
   */
  public record Account(
      BodyId by, Occurred occurred, List<TextDocument> account, String source, Said said) {}
}
