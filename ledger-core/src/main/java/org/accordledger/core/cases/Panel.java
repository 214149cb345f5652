package org.accordledger.core.cases;

import java.util.List;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.Copies;

/**
 * A seated panel and the votes cast so far, in the order they were cast: on the allegation, and
 * anew on a review once one is requested.
 *
 * @param quorum votes a finding needs
 */
public record Panel(List<PanelMember> members, int quorum, Map<AccountId, Opinion> votes) {
  boolean seats(AccountId account) {
    return members.stream().anyMatch(m -> m.member().equals(account));
  }

  /** The same members before anyone has voted on what is put to them next. */
  Panel askedAnew() {
    return new Panel(members, quorum, Map.of());
  }

  Panel voted(AccountId member, Opinion opinion) {
    return new Panel(members, quorum, Copies.with(votes, member, opinion));
  }
}
