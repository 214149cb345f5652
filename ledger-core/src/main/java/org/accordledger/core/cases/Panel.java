package org.accordledger.core.cases;

import java.util.List;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.Copies;

/**
 * A seated panel and the votes cast so far, in the order they were cast.
 *
 * @param quorum votes a finding needs
 */
public record Panel(List<PanelMember> members, int quorum, Map<AccountId, Opinion> votes) {
  boolean seats(AccountId account) {
    return members.stream().anyMatch(m -> m.member().equals(account));
  }

  Panel voted(AccountId member, Opinion opinion) {
    return new Panel(members, quorum, Copies.with(votes, member, opinion));
  }
}
