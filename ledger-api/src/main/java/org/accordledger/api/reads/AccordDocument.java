package org.accordledger.api.reads;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accordledger.core.BodyId;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.AccordStatus;
import org.accordledger.core.accord.AccordTerms.ClauseInForce;
import org.accordledger.core.accord.Basket;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.NegotiationEvent;
import org.accordledger.core.accord.OfferId;
import org.accordledger.core.accord.Party;
import org.accordledger.core.accord.ProcedureRules;
import org.jspecify.annotations.Nullable;

/**
 * An accord as it stood at a position: what was offered, what each party answered, and what came
 * into force.
 *
 * @param version of the accord's stream: what a write names in If-Match
 * @param position of the last event it shows
 * @param lineage ids or titles of predecessor accords and outside instruments
 * @param methods scoring methods adopted, the one in force last
 * @param clauses every version of every clause that ever came into force, oldest first
 * @param standing bodies that may file beside the parties
 * @param standing bodies that were granted standing beside the parties
 * @param status where the accord as a whole stands
 * @param statusOn the day it stands so: that of the last event read, or of the time asked for
 * @param acts every act that an offered clause names, with its name in the act library
 */
public record AccordDocument(
    AccordId accord,
    long version,
    long position,
    Instant recordedAt,
    Map<LanguageTag, String> title,
    boolean hypothetical,
    boolean retrospective,
    List<Party> parties,
    List<LanguageTag> languages,
    List<String> lineage,
    List<Basket> baskets,
    ProcedureRules rules,
    List<Integer> methods,
    List<ClauseInForce> clauses,
    List<Offer> offers,
    List<Coverage> coverage,
    List<BodyId> standing,
    AccordStatus status,
    LocalDate statusOn,
    ObservanceDocument observance,
    List<NamedAct> acts) {

  /**
   * An offered text and what became of it.
   *
   * @param inAnswerTo the offer that it counters; absent if it counters none
   * @param lapse absent while it stands, or if it was withdrawn
   * @param itemStates what has become of each item, in the order of the items
   */
  public record Offer(
      OfferId offer,
      long position,
      LocalDate filedOn,
      BodyId offeredBy,
      boolean severable,
      List<Clause> items,
      @Nullable String source,
      List<Answer> answers,
      @Nullable Withdrawal withdrawal,
      @Nullable OfferId inAnswerTo,
      @Nullable Lapse lapse,
      List<ItemState> itemStates) {
    Offer with(List<ItemState> states) {
      return new Offer(
          offer,
          position,
          filedOn,
          offeredBy,
          severable,
          items,
          source,
          answers,
          withdrawal,
          inAnswerTo,
          lapse,
          states);
    }
  }

  /** How an answer to an offer sounds. */
  public enum AnswerKind {
    ACCEPTED,
    ACCEPTED_WITHOUT_ADMISSION,
    REFUSED
  }

  /**
   * A party's answer to items of an offer. No guilt follows from a refusal.
   *
   * @param condition of an acceptance, absent if it has none
   * @param reason of a refusal; absent for an acceptance
   * @param words the refusal in its own words
   */
  public record Answer(
      long position,
      LocalDate filedOn,
      BodyId party,
      AnswerKind kind,
      List<ClauseCode> items,
      @Nullable String condition,
      @Nullable TextDocument reason,
      List<TextDocument> words,
      @Nullable String source) {}

  /** The offer no longer stands. */
  public record Withdrawal(LocalDate filedOn, TextDocument reason) {}

  /**
   * The offer ceased to stand without anybody's withdrawal.
   *
   * @param on the day it did
   * @param reason absent if the ground says all
   */
  public record Lapse(
      long position,
      LocalDate filedOn,
      LocalDate on,
      NegotiationEvent.LapseGround ground,
      @Nullable TextDocument reason) {}

  /**
   * A body monitors a clause since a day.
   *
   * @param until last day; absent while it goes on
   */
  public record Coverage(
      ClauseCode clause, BodyId body, LocalDate since, @Nullable LocalDate until) {}

  /** A clause as it came into force last; else as it was offered last. */
  public Optional<Clause> clause(ClauseCode code) {
    Optional<Clause> inForce =
        clauses.reversed().stream()
            .map(ClauseInForce::clause)
            .filter(clause -> clause.code().equals(code))
            .findFirst();
    return inForce.or(
        () ->
            offers.reversed().stream()
                .flatMap(offer -> offer.items().stream())
                .filter(clause -> clause.code().equals(code))
                .findFirst());
  }

  /**
   * The text of one version of a clause; the newest if that never came into force.
   *
   * @param version null for the newest
   */
  public Optional<Clause> clause(ClauseCode code, @Nullable Integer version) {
    return clauses.stream()
        .filter(one -> version != null && one.version() == version)
        .map(ClauseInForce::clause)
        .filter(clause -> clause.code().equals(code))
        .findFirst()
        .or(() -> clause(code));
  }

  /** How binding a clause is; legal where nothing is known of it. */
  public Basket.Bindingness bindingness(ClauseCode code) {
    return clause(code)
        .flatMap(
            clause ->
                baskets.stream()
                    .filter(basket -> basket.code().equals(clause.basket()))
                    .findFirst())
        .map(Basket::bindingness)
        .orElse(Basket.Bindingness.LEGAL);
  }
}
