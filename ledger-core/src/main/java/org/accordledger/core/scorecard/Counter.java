package org.accordledger.core.scorecard;

import static org.accordledger.core.scorecard.Counter.Kind.EVER;
import static org.accordledger.core.scorecard.Counter.Kind.NOW;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.accordledger.core.cases.Ground;
import org.accordledger.core.cases.Outcome;
import org.accordledger.core.cases.ResponseKind;
import org.accordledger.core.cases.Severity;

/**
 * What is counted. A case counts in each counter once or not at all, so that every figure opens to
 * the cases behind it.
 *
 * <p>{@link Kind#EVER}: what happened stays counted whatever the case became since; a withdrawn
 * case that was answered is both. {@link Kind#NOW}: where the case stands; it leaves the counter
 * when it moves on. Every case stands in exactly one of {@link #AWAITING_ADMISSION}, {@link
 * #INADMISSIBLE}, {@link #AWAITING_RESPONSE}, {@link #AWAITING_REFERRAL}, {@link #BEFORE_PANEL},
 * {@link #DECIDED}, {@link #SETTLED}, {@link #WITHDRAWN} and {@link #JOINED}, which therefore add
 * up to {@link #ALLEGED}; closing a case leaves it where it ended.
 */
public enum Counter {
  /** Every allegation recorded, whatever became of it. */
  ALLEGED(EVER),
  /** Of those, the ones made for demonstration. They count like any other and are shown as such. */
  ILLUSTRATIVE(EVER),
  AWAITING_ADMISSION(NOW),
  INADMISSIBLE(NOW),
  INADMISSIBLE_NOT_IN_FORCE(NOW),
  INADMISSIBLE_BEFORE_ENTRY_INTO_FORCE(NOW),
  INADMISSIBLE_NOT_A_PARTY(NOW),
  INADMISSIBLE_CLAUSE_SUSPENDED(NOW),
  INADMISSIBLE_OUT_OF_SCOPE(NOW),
  INADMISSIBLE_PROTECTED_CONDUCT(NOW),
  INADMISSIBLE_RESERVATION_APPLIES(NOW),
  INADMISSIBLE_NO_STANDING(NOW),
  INADMISSIBLE_EMBARGO_NOT_OPEN(NOW),
  INADMISSIBLE_DUPLICATE(NOW),
  INADMISSIBLE_MANIFESTLY_UNFOUNDED(NOW),
  INADMISSIBLE_UNTESTABLE_CLAUSE(NOW),
  /** The respondent was notified and its clock runs. */
  AWAITING_RESPONSE(NOW),
  /** Answered, or silence was recorded, and not yet referred to a panel. */
  AWAITING_REFERRAL(NOW),
  /** Referred to a panel, seated or not, and not decided. */
  BEFORE_PANEL(NOW),
  /** A finding was adopted. */
  DECIDED(NOW),
  SETTLED(NOW),
  WITHDRAWN(NOW),
  /** Goes on as part of another case: what is found there counts there. */
  JOINED(NOW),
  /** The respondent answered, in time or late. */
  ANSWERED(EVER),
  // by the kind of the latest response: a respondent that changes its answer is taken at its word
  ANSWERED_NOT_US(EVER),
  ANSWERED_NOT_THE_STATE(EVER),
  ANSWERED_NOT_PROHIBITED(EVER),
  ANSWERED_EXCLUDED(EVER),
  ANSWERED_NO_FACTS(EVER),
  ANSWERED_DID_NOT_HAPPEN(EVER),
  ANSWERED_JUSTIFIED(EVER),
  ANSWERED_ACKNOWLEDGED(EVER),
  ANSWERED_NO_ADMISSION_WILL_COMPLY(EVER),
  ANSWERED_COUNTER_ALLEGATION(EVER),
  /** Silence was recorded and no response came since. */
  UNANSWERED(EVER),
  // the standing finding of a case is its latest one: a superseded finding counts no more
  FINDING_VIOLATION(NOW),
  FINDING_NOT_ATTRIBUTABLE(NOW),
  FINDING_NO_VIOLATION(NOW),
  FINDING_NOT_DETERMINABLE(NOW),
  VIOLATION_MINOR(NOW),
  VIOLATION_SERIOUS(NOW),
  VIOLATION_GRAVE(NOW),
  /** A review of the standing finding was requested and not answered; until then it stands. */
  UNDER_REVIEW(NOW),
  /** The standing finding is a violation, and its remedy was verified. */
  REMEDIED(NOW),
  /** The standing finding is a violation, and no remedy was verified. */
  STANDING_VIOLATION(NOW),
  /** Of those, the grave ones. */
  STANDING_GRAVE(NOW);

  /** Whether a counter tells what happened or where things stand. */
  public enum Kind {
    EVER,
    NOW
  }

  private static final Map<Ground, Counter> BY_GROUND = named("INADMISSIBLE_", Ground.class);
  private static final Map<ResponseKind, Counter> BY_RESPONSE =
      named("ANSWERED_", ResponseKind.class);
  private static final Map<Outcome, Counter> BY_OUTCOME = named("FINDING_", Outcome.class);
  private static final Map<Severity, Counter> BY_SEVERITY = named("VIOLATION_", Severity.class);

  private final Kind kind;
  private final String code;
  private final long bit;

  Counter(Kind kind) {
    this.kind = kind;
    this.code = name().toLowerCase(Locale.ROOT);
    this.bit = 1L << index();
  }

  public Kind kind() {
    return kind;
  }

  /** The stable name in the API and in tables, for example {@code awaiting_response}. */
  public String code() {
    return code;
  }

  public static Counter of(Ground ground) {
    return Objects.requireNonNull(BY_GROUND.get(ground));
  }

  public static Counter of(ResponseKind kind) {
    return Objects.requireNonNull(BY_RESPONSE.get(kind));
  }

  public static Counter of(Outcome outcome) {
    return Objects.requireNonNull(BY_OUTCOME.get(outcome));
  }

  public static Counter of(Severity severity) {
    return Objects.requireNonNull(BY_SEVERITY.get(severity));
  }

  // contributions and figures live in memory only: nothing stores a counter's ordinal
  @SuppressWarnings("EnumOrdinal")
  int index() {
    return ordinal();
  }

  long bit() {
    return bit;
  }

  private static <E extends Enum<E>> Map<E, Counter> named(String prefix, Class<E> kinds) {
    Map<E, Counter> counters = new EnumMap<>(kinds);
    for (E kind : kinds.getEnumConstants()) {
      counters.put(kind, valueOf(prefix + kind.name()));
    }
    return counters;
  }
}
