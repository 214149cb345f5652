package org.accordledger.core.cases;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.accordledger.core.AccountId;
import org.accordledger.core.accord.ElementCode;
import org.accordledger.core.cases.Answer.Value;
import org.accordledger.core.evidence.Confidence;
import org.jspecify.annotations.Nullable;

/**
 * How votes become a finding, and answers an outcome.
 *
 * <p>Each question is decided on its own: an answer given by more than half of the panel's members
 * stands, with the least confidence among those who gave it and the exhibits they named; without
 * such a majority it is not determinable, with the least confidence of all. Since at most half of a
 * panel is of one nationality or of those concerned, no such group can give an answer alone,
 * however few members vote. The outcome then follows from the majority's answers and not from a
 * count of outcomes, so a violation can be found that no single member saw whole.
 */
public final class FindingRule {
  private FindingRule() {}

  /**
   * What follows from a set of answers, by the first rule that applies: a violation if it happened,
   * every element is established and it is attributable to the respondent; not attributable if it
   * happened and attribution is not established; no violation if an element is not established;
   * otherwise it is not determinable, which is never compliance.
   */
  public static Outcome outcomeOf(Opinion opinion) {
    Collection<Answer> elements = opinion.elements().values();
    boolean happened = is(Value.ESTABLISHED, opinion.happened());
    if (happened
        && elements.stream().allMatch(answer -> is(Value.ESTABLISHED, answer))
        && is(Value.ESTABLISHED, opinion.attributable())) {
      return Outcome.VIOLATION;
    }
    if (happened && is(Value.NOT_ESTABLISHED, opinion.attributable())) {
      return Outcome.NOT_ATTRIBUTABLE;
    }
    if (elements.stream().anyMatch(answer -> is(Value.NOT_ESTABLISHED, answer))) {
      return Outcome.NO_VIOLATION;
    }
    return Outcome.NOT_DETERMINABLE;
  }

  /**
   * What the majority says, question by question.
   *
   * @param elements the elements asked, in the order of the clause
   * @param votes at least one
   * @param members how many sit on the panel, whether they voted or not
   */
  static Opinion majorityOf(List<ElementCode> elements, Collection<Opinion> votes, int members) {
    Opinion answered =
        answered(
            elements,
            question ->
                majority(votes, members, question).orElseGet(() -> undetermined(votes, question)));
    return outcomeOf(answered) == Outcome.VIOLATION
        ? withSeverity(answered, severityOf(votes))
        : answered;
  }

  /**
   * What a finding is after the votes on its review. A majority changes an answer, and a majority
   * that sees a violation its severity; without one what was found stands.
   *
   * @param standing the finding under review
   * @param votes at least one
   * @param members how many sit on the panel
   */
  static Opinion reviewed(
      List<ElementCode> elements, Opinion standing, Collection<Opinion> votes, int members) {
    Opinion answered =
        answered(
            elements,
            question ->
                majority(votes, members, question).orElseGet(() -> question.apply(standing)));
    if (outcomeOf(answered) != Outcome.VIOLATION) {
      return answered;
    }
    long violations = votes.stream().filter(v -> outcomeOf(v) == Outcome.VIOLATION).count();
    Severity found = standing.severity();
    return withSeverity(
        answered, found == null || violations * 2 > members ? severityOf(votes) : found);
  }

  /** Whether two opinions answer alike, whatever their confidence and the exhibits they name. */
  static boolean sameAnswers(Opinion one, Opinion other) {
    return one.severity() == other.severity()
        && one.happened().value() == other.happened().value()
        && one.attributable().value() == other.attributable().value()
        && one.elements().keySet().stream()
            .allMatch(e -> answerTo(e, one).value() == answerTo(e, other).value());
  }

  private static Opinion answered(
      List<ElementCode> elements, Function<Function<Opinion, Answer>, Answer> panel) {
    Map<ElementCode, Answer> answers = new LinkedHashMap<>();
    for (ElementCode element : elements) {
      answers.put(element, panel.apply(opinion -> answerTo(element, opinion)));
    }
    return new Opinion(
        answers, panel.apply(Opinion::happened), panel.apply(Opinion::attributable), null);
  }

  private static Opinion withSeverity(Opinion opinion, Severity severity) {
    return new Opinion(opinion.elements(), opinion.happened(), opinion.attributable(), severity);
  }

  /** Members whose own vote leads to another outcome, in the order they voted. */
  static List<AccountId> dissenters(Map<AccountId, Opinion> votes, Outcome outcome) {
    return votes.entrySet().stream()
        .filter(vote -> outcomeOf(vote.getValue()) != outcome)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * The median, the lower of two, of the severities of those who voted for a violation; the least
   * if nobody did.
   */
  private static Severity severityOf(Collection<Opinion> votes) {
    List<Severity> stated =
        votes.stream()
            .filter(vote -> outcomeOf(vote) == Outcome.VIOLATION)
            .map(Opinion::severity)
            .flatMap(Stream::ofNullable)
            .sorted()
            .toList();
    return stated.isEmpty() ? Severity.MINOR : stated.get((stated.size() - 1) / 2);
  }

  private static Optional<Answer> majority(
      Collection<Opinion> votes, int members, Function<Opinion, Answer> question) {
    List<Answer> answers = votes.stream().map(question).toList();
    for (Value value : Value.values()) {
      List<Answer> same = answers.stream().filter(answer -> is(value, answer)).toList();
      if (same.size() * 2 > members) {
        return Optional.of(together(value, same));
      }
    }
    return Optional.empty();
  }

  private static Answer undetermined(
      Collection<Opinion> votes, Function<Opinion, Answer> question) {
    return together(Value.NOT_DETERMINABLE, votes.stream().map(question).toList());
  }

  private static Answer together(Value value, List<Answer> answers) {
    Confidence least =
        answers.stream().map(Answer::confidence).min(Confidence::compareTo).orElseThrow();
    return new Answer(
        value, least, answers.stream().flatMap(a -> a.exhibits().stream()).distinct().toList());
  }

  private static Answer answerTo(ElementCode element, Opinion opinion) {
    @Nullable Answer answer = opinion.elements().get(element);
    if (answer == null) {
      throw new IllegalStateException("a vote was counted that does not answer " + element);
    }
    return answer;
  }

  private static boolean is(Value value, Answer answer) {
    return answer.value() == value;
  }
}
