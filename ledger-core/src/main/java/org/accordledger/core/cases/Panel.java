package org.accordledger.core.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accordledger.core.AccountId;
import org.accordledger.core.Copies;

/**
 * A seated panel and the votes cast so far, in the order they were cast: on the allegation, and
 * anew on a review once one is requested.
 *
 * @param size seats, taken or empty
 * @param quorum votes a finding needs
 * @param recused members who left, who do not come back
 */
public record Panel(
    List<PanelMember> members,
    int size,
    int quorum,
    Map<AccountId, Opinion> votes,
    Set<AccountId> recused) {
  static Panel of(List<PanelMember> members, int quorum) {
    return new Panel(members, members.size(), quorum, Map.of(), Set.of());
  }

  boolean seats(AccountId account) {
    return members.stream().anyMatch(m -> m.member().equals(account));
  }

  boolean hasEmptySeat() {
    return members.size() < size;
  }

  /** The same members before anyone has voted on what is put to them next. */
  Panel askedAnew() {
    return new Panel(members, size, quorum, Map.of(), recused);
  }

  Panel voted(AccountId member, Opinion opinion) {
    return new Panel(members, size, quorum, Copies.with(votes, member, opinion), recused);
  }

  /** Without a member and without its vote. */
  Panel without(AccountId member) {
    Map<AccountId, Opinion> left = new LinkedHashMap<>(votes);
    left.remove(member);
    return new Panel(
        members.stream().filter(m -> !m.member().equals(member)).toList(),
        size,
        quorum,
        left,
        Copies.with(recused, List.of(member)));
  }

  Panel joinedBy(PanelMember member) {
    return new Panel(Copies.with(members, member), size, quorum, votes, recused);
  }
}
