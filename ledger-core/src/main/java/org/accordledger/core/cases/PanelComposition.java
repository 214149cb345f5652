package org.accordledger.core.cases;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.Filing;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.AccordTerms.Panelist;
import org.accordledger.core.accord.BasketCode;
import org.accordledger.core.accord.StandingRules;
import org.accordledger.core.cases.CaseCommand.SeatPanel;
import org.accordledger.core.cases.CaseEvent.PanelSeated;

/**
 * Who may sit together. Nobody of a nationality concerned decides alone: a panel has at least three
 * members ({@link org.accordledger.core.accord.ProcedureRules}), no more than half of it of one
 * nationality, and no more than half of it of the nationalities of the two sides and the victims
 * taken together. Nationals of a side may sit within that bound, unless the accord's {@link
 * StandingRules} let none sit; whoever acts for a side may not.
 */
final class PanelComposition {
  private PanelComposition() {}

  static List<CaseEvent> decide(Case state, SeatPanel command, AccordTerms terms) {
    if (state.progress().panel() != null) {
      throw new Refused(
          CaseRefusal.PANEL_ALREADY_SEATED, "the panel of %s is seated".formatted(state.id()));
    }
    List<AccountId> accounts = command.members();
    hasTheSizeOfTheRules(accounts, terms.rules().panelSize());
    seatsNobodyTwice(accounts);
    screenerDoesNotSit(state, accounts);
    BasketCode basket = basketOf(state, terms);
    List<PanelMember> members =
        accounts.stream()
            .map(account -> fromTheRoster(account, basket, terms, command.filed()))
            .toList();
    nationalsSitOnlyWhereTheyMay(state.allegation(), members, terms);
    noNationalityHasMoreThanHalf(members);
    concernedHaveNoMoreThanHalf(state.allegation(), members);
    return List.of(
        new PanelSeated(members, terms.rules().quorum(), terms.rules().version(), command.filed()));
  }

  /**
   * Who takes an empty seat, by the same rules.
   *
   * @param remaining those who sit
   */
  static PanelMember joining(
      Case state, List<PanelMember> remaining, AccountId account, AccordTerms terms, Filing filed) {
    List<AccountId> accounts =
        Stream.concat(remaining.stream().map(PanelMember::member), Stream.of(account)).toList();
    seatsNobodyTwice(accounts);
    screenerDoesNotSit(state, accounts);
    PanelMember member = fromTheRoster(account, basketOf(state, terms), terms, filed);
    List<PanelMember> members = Stream.concat(remaining.stream(), Stream.of(member)).toList();
    nationalsSitOnlyWhereTheyMay(state.allegation(), List.of(member), terms);
    if (members.size() == Voting.panel(state).size()) {
      noNationalityHasMoreThanHalf(members);
      concernedHaveNoMoreThanHalf(state.allegation(), members);
    }
    return member;
  }

  private static void hasTheSizeOfTheRules(List<AccountId> accounts, int size) {
    if (accounts.size() != size) {
      throw new Refused(
          CaseRefusal.PANEL_SIZE,
          "members names %d, and the rules of procedure say %d".formatted(accounts.size(), size));
    }
  }

  private static void seatsNobodyTwice(List<AccountId> accounts) {
    Set<AccountId> seen = new HashSet<>();
    for (AccountId account : accounts) {
      if (!seen.add(account)) {
        throw new Refused(
            CaseRefusal.DUPLICATE_MEMBER, "members names %s twice".formatted(account));
      }
    }
  }

  private static void screenerDoesNotSit(Case state, List<AccountId> accounts) {
    AccountId screener = state.progress().screener();
    if (screener != null && accounts.contains(screener)) {
      throw new Refused(
          CaseRefusal.SCREENER_SITS,
          "%s admitted %s: seat someone else".formatted(screener, state.id()));
    }
  }

  /** The basket of the clause version the case is judged under. */
  private static BasketCode basketOf(Case state, AccordTerms terms) {
    Integer version = state.submitted().clauseVersion();
    return terms
        .basketOf(state.allegation().clause(), version)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s has no version %d of clause %s, which %s is judged under"
                        .formatted(
                            terms.accord(), version, state.allegation().clause(), state.id())));
  }

  private static PanelMember fromTheRoster(
      AccountId account, BasketCode basket, AccordTerms terms, Filing filed) {
    return terms.roster().stream()
        .filter(p -> p.member().equals(account))
        .filter(p -> terms.observance().sits(account, filed.day()))
        .filter(p -> p.baskets().isEmpty() || p.baskets().contains(basket))
        .map((Panelist p) -> new PanelMember(p.member(), p.nationality()))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    CaseRefusal.NOT_ON_ROSTER,
                    "%s is not on the roster of basket %s".formatted(account, basket)));
  }

  private static void noNationalityHasMoreThanHalf(List<PanelMember> members) {
    members.stream()
        .collect(groupingBy(PanelMember::nationality, counting()))
        .forEach(
            (nationality, count) -> {
              if (count * 2 > members.size()) {
                throw new Refused(
                    CaseRefusal.NATIONALITY_MAJORITY,
                    "%d of %d members have nationality %s"
                        .formatted(count, members.size(), nationality));
              }
            });
  }

  private static void concernedHaveNoMoreThanHalf(
      Allegation allegation, List<PanelMember> members) {
    Set<BodyId> concerned = concernedBy(allegation);
    long count = members.stream().filter(m -> concerned.contains(m.nationality())).count();
    if (count * 2 > members.size()) {
      throw new Refused(
          CaseRefusal.CONCERNED_MAJORITY,
          "%d of %d members have the nationality of a side or a victim: %s"
              .formatted(count, members.size(), concerned.stream().sorted().toList()));
    }
  }

  /** The accord's own rule, stricter than the bound: nobody concerned sits at all. */
  private static void nationalsSitOnlyWhereTheyMay(
      Allegation allegation, List<PanelMember> members, AccordTerms terms) {
    StandingRules rules = terms.observance().standingRules();
    Set<BodyId> concerned = concernedBy(allegation);
    for (PanelMember member : members) {
      if (!rules.nationalsSit() && concerned.contains(member.nationality())) {
        throw new Refused(
            CaseRefusal.NATIONALS_DO_NOT_SIT,
            "%s is a national of %s, and version %d of the standing rules lets no national of a side or a victim sit"
                .formatted(member.member(), member.nationality(), rules.version()));
      }
    }
  }

  private static Set<BodyId> concernedBy(Allegation allegation) {
    Set<BodyId> concerned = new HashSet<>(allegation.victims());
    concerned.add(allegation.respondent());
    concerned.add(allegation.complainant());
    return concerned;
  }
}
