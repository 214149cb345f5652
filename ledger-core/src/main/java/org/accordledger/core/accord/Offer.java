package org.accordledger.core.accord;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accordledger.core.BodyId;
import org.accordledger.core.Copies;

/**
 * An offer and what has become of its items.
 *
 * @param day the day it was made, which no answer to it may precede
 * @param inForce items that every party their entry rule needs has accepted
 */
record Offer(
    OfferId id,
    BodyId offeredBy,
    boolean severable,
    List<Clause> items,
    LocalDate day,
    List<Acceptance> acceptances,
    List<Refusal> refusals,
    Set<ClauseCode> inForce,
    boolean withdrawn) {

  record Acceptance(ClauseCode item, BodyId party) {}

  record Refusal(ClauseCode item, BodyId party) {}

  static Offer made(AccordEvent.TextOffered event) {
    return new Offer(
        event.offer(),
        event.offeredBy(),
        event.severable(),
        event.items(),
        event.filed().day(),
        List.of(),
        List.of(),
        Set.of(),
        false);
  }

  Optional<Clause> item(ClauseCode code) {
    return items.stream().filter(i -> i.code().equals(code)).findFirst();
  }

  boolean decidedBy(BodyId party, ClauseCode item) {
    return acceptances.contains(new Acceptance(item, party))
        || refusals.contains(new Refusal(item, party));
  }

  Set<BodyId> acceptersOf(ClauseCode item) {
    return acceptances.stream()
        .filter(a -> a.item().equals(item))
        .map(Acceptance::party)
        .collect(Collectors.toUnmodifiableSet());
  }

  Stream<Refusal> refusalsOf(ClauseCode item) {
    return refusals.stream().filter(r -> r.item().equals(item));
  }

  Offer accepted(BodyId party, List<ClauseCode> accepted) {
    List<Acceptance> more =
        Stream.concat(acceptances.stream(), accepted.stream().map(i -> new Acceptance(i, party)))
            .toList();
    return new Offer(id, offeredBy, severable, items, day, more, refusals, inForce, withdrawn);
  }

  Offer refused(BodyId party, List<ClauseCode> refused) {
    List<Refusal> more =
        Stream.concat(refusals.stream(), refused.stream().map(i -> new Refusal(i, party))).toList();
    return new Offer(id, offeredBy, severable, items, day, acceptances, more, inForce, withdrawn);
  }

  Offer entered(ClauseCode item) {
    return new Offer(
        id,
        offeredBy,
        severable,
        items,
        day,
        acceptances,
        refusals,
        Copies.with(inForce, Set.of(item)),
        withdrawn);
  }

  Offer withdraw() {
    return new Offer(id, offeredBy, severable, items, day, acceptances, refusals, inForce, true);
  }
}
