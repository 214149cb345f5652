package org.accordledger.projections.accords;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.OfferId;
import org.jspecify.annotations.Nullable;

/**
 * An offer and what became of its items.
 *
 * @param severable if false, the items are accepted or refused only as a whole
 * @param source where it is recorded
 * @param withdrawn why it was withdrawn; null if it was not
 */
public record OfferOverview(
    OfferId offer,
    BodyId offeredBy,
    LocalDate offeredOn,
    boolean severable,
    @Nullable String source,
    @Nullable String withdrawn,
    List<Item> items) {

  /** What became of an item. */
  public enum Status {
    /** Nobody has answered yet. */
    OFFERED,
    /** Some have accepted and nobody has refused; not all whose acceptance it needs. */
    ACCEPTED_BY_SOME,
    /** Somebody has refused. No guilt follows from it. */
    REFUSED,
    IN_FORCE,
    /** The offer was withdrawn before the item entered into force. */
    WITHDRAWN
  }

  /** One clause of the offer, and the answers to it. */
  public record Item(
      Clause clause, Status status, List<Acceptance> acceptances, List<Refusal> refusals) {

    static Item offered(Clause clause) {
      return new Item(clause, Status.OFFERED, List.of(), List.of());
    }

    Item accepted(Acceptance acceptance) {
      Status next = status == Status.OFFERED ? Status.ACCEPTED_BY_SOME : status;
      return new Item(clause, next, with(acceptances, acceptance), refusals);
    }

    Item refused(Refusal refusal) {
      return new Item(clause, Status.REFUSED, acceptances, with(refusals, refusal));
    }

    Item entered() {
      return new Item(clause, Status.IN_FORCE, acceptances, refusals);
    }

    Item withdrawn() {
      Status next = status == Status.IN_FORCE ? status : Status.WITHDRAWN;
      return new Item(clause, next, acceptances, refusals);
    }
  }

  /**
   * A party accepts.
   *
   * @param condition "A while B", kept as text; null if unconditional
   */
  public record Acceptance(
      BodyId party, LocalDate day, boolean withoutAdmission, @Nullable String condition) {}

  /**
   * A party refuses.
   *
   * @param words the refusal in its own words, as content
   * @param source where they are recorded
   */
  public record Refusal(
      BodyId party,
      LocalDate day,
      String reason,
      @Nullable ContentRef words,
      @Nullable String source) {}

  OfferOverview changing(List<ClauseCode> codes, UnaryOperator<Item> change) {
    List<Item> changed =
        items.stream()
            .map(item -> codes.contains(item.clause().code()) ? change.apply(item) : item)
            .toList();
    return new OfferOverview(offer, offeredBy, offeredOn, severable, source, withdrawn, changed);
  }

  OfferOverview withdrawnFor(String reason) {
    List<Item> ended = items.stream().map(Item::withdrawn).toList();
    return new OfferOverview(offer, offeredBy, offeredOn, severable, source, reason, ended);
  }

  static <T> List<T> with(List<T> list, T added) {
    List<T> longer = new ArrayList<>(list);
    longer.add(added);
    return List.copyOf(longer);
  }
}
