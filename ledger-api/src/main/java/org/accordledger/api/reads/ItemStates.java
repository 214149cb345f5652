package org.accordledger.api.reads;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.accordledger.api.reads.ItemState.PartyAnswer;
import org.accordledger.api.reads.ItemState.Stand;
import org.accordledger.api.reads.ItemState.Status;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.Accord;
import org.accordledger.core.accord.AccordEvent.ClauseEnteredIntoForce;
import org.accordledger.core.accord.AccordTerms.ClauseInForce;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.OfferId;
import org.jspecify.annotations.Nullable;

/** Says of every item of an offer what has become of it. */
final class ItemStates {
  private final Map<OfferId, Map<ClauseCode, Integer>> entered = new HashMap<>();

  /** An item of an offer became a version of its clause. */
  void read(ClauseEnteredIntoForce event) {
    entered
        .computeIfAbsent(event.offer(), _ -> new HashMap<>())
        .put(event.clause(), event.version());
  }

  /**
   * The states of an offer's items.
   *
   * @param all offers of the accord, among which its counteroffers are
   * @param day on which the accord stands as its document says
   */
  List<ItemState> of(
      AccordDocument.Offer offer,
      Collection<AccordDocument.Offer> all,
      Accord accord,
      LocalDate day) {
    return offer.items().stream().map(item -> state(offer, item, all, accord, day)).toList();
  }

  private ItemState state(
      AccordDocument.Offer offer,
      Clause item,
      Collection<AccordDocument.Offer> all,
      Accord accord,
      LocalDate day) {
    List<AccordDocument.Offer> counters =
        all.stream().filter(other -> counters(other, offer, item.code())).toList();
    List<PartyAnswer> parties =
        accord.parties().stream()
            .map(party -> answer(offer, item, party, counters, accord, day))
            .toList();
    ClauseInForce version = version(offer, item.code(), accord).orElse(null);
    LocalDate until = version == null ? null : lastDay(version, accord);
    Status status =
        version == null ? notAgreed(offer, parties, counters) : agreed(version, until, day);
    boolean waits = status == Status.OPEN || status == Status.COUNTERED;
    return new ItemState(
        item.code(),
        status,
        version == null ? null : version.version(),
        version == null ? null : version.from(),
        until,
        waits
            ? parties.stream().filter(ItemStates::isAwaited).map(PartyAnswer::party).toList()
            : List.of(),
        counters.stream().map(AccordDocument.Offer::offer).toList(),
        parties);
  }

  /** True if one offer counters the other, stands, and has an item of this code. */
  private static boolean counters(
      AccordDocument.Offer one, AccordDocument.Offer other, ClauseCode item) {
    return other.offer().equals(one.inAnswerTo())
        && one.withdrawal() == null
        && one.lapse() == null
        && one.items().stream().anyMatch(clause -> clause.code().equals(item));
  }

  private static boolean isAwaited(PartyAnswer answer) {
    return answer.needed()
        && (answer.stand() == Stand.UNANSWERED || answer.stand() == Stand.COUNTERED);
  }

  private static PartyAnswer answer(
      AccordDocument.Offer offer,
      Clause item,
      BodyId party,
      List<AccordDocument.Offer> counters,
      Accord accord,
      LocalDate day) {
    boolean needed =
        !accord.observance().hasLeft(party, day)
            && switch (item.entry().needs()) {
              case ALL_PARTIES -> true;
              case NAMED -> item.entry().parties().contains(party);
            };
    AccordDocument.Answer said =
        offer.answers().stream()
            .filter(one -> one.party().equals(party) && one.items().contains(item.code()))
            .findFirst()
            .orElse(null);
    if (said == null) {
      boolean countered = counters.stream().anyMatch(one -> one.offeredBy().equals(party));
      Stand stand = countered ? Stand.COUNTERED : Stand.UNANSWERED;
      return new PartyAnswer(party, stand, needed, null, null, null);
    }
    Stand stand =
        switch (said.kind()) {
          case ACCEPTED -> Stand.ACCEPTED;
          case ACCEPTED_WITHOUT_ADMISSION -> Stand.ACCEPTED_WITHOUT_ADMISSION;
          case REFUSED -> Stand.REFUSED;
        };
    return new PartyAnswer(party, stand, needed, said.filedOn(), said.condition(), said.reason());
  }

  private Optional<ClauseInForce> version(
      AccordDocument.Offer offer, ClauseCode item, Accord accord) {
    Integer version = entered.getOrDefault(offer.offer(), Map.of()).get(item);
    return accord.clauses().getOrDefault(item, List.of()).stream()
        .filter(one -> version != null && one.version() == version)
        .findFirst();
  }

  /** The last day of a version: its own, or the one before what ends it otherwise. */
  private static @Nullable LocalDate lastDay(ClauseInForce version, Accord accord) {
    return Stream.of(
            Optional.ofNullable(version.until()),
            before(accord.observance().terminatedFrom()),
            before(accord.observance().cooperationEnds().get(version.clause().code())))
        .flatMap(Optional::stream)
        .min(LocalDate::compareTo)
        .orElse(null);
  }

  private static Optional<LocalDate> before(@Nullable LocalDate end) {
    return Optional.ofNullable(end).map(day -> day.minusDays(1));
  }

  private static Status agreed(ClauseInForce version, @Nullable LocalDate until, LocalDate day) {
    if (until != null && (until.isBefore(day) || until.isBefore(version.from()))) {
      return Status.ENDED;
    }
    return version.from().isAfter(day) ? Status.AGREED : Status.IN_FORCE;
  }

  private static Status notAgreed(
      AccordDocument.Offer offer, List<PartyAnswer> parties, List<AccordDocument.Offer> counters) {
    if (parties.stream().anyMatch(one -> one.needed() && one.stand() == Stand.REFUSED)) {
      return Status.REFUSED;
    }
    if (offer.withdrawal() != null) {
      return Status.WITHDRAWN;
    }
    if (offer.lapse() != null) {
      return Status.LAPSED;
    }
    return counters.isEmpty() ? Status.OPEN : Status.COUNTERED;
  }
}
