package org.accordledger.core.cases;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * <p>Each question is decided on its own: an answer given by more than half of the votes cast
 * stands, with the least confidence among those who gave it and the exhibits they named; without
 * such a majority it is not determinable, with the least confidence of all. The outcome then
 * follows from the majority's answers and not from a count of outcomes, so a violation can be found
 * that no single member saw whole.
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
   */
  static Opinion majorityOf(List<ElementCode> elements, Collection<Opinion> votes) {
    Map<ElementCode, Answer> answers = new LinkedHashMap<>();
    for (ElementCode element : elements) {
      answers.put(element, majority(votes, opinion -> answerTo(element, opinion)));
    }
    Opinion answered =
        new Opinion(
            answers,
            majority(votes, Opinion::happened),
            majority(votes, Opinion::attributable),
            null);
    if (outcomeOf(answered) != Outcome.VIOLATION) {
      return answered;
    }
    return new Opinion(answers, answered.happened(), answered.attributable(), severityOf(votes));
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

  private static Answer majority(Collection<Opinion> votes, Function<Opinion, Answer> question) {
    List<Answer> answers = votes.stream().map(question).toList();
    for (Value value : Value.values()) {
      List<Answer> same = answers.stream().filter(answer -> is(value, answer)).toList();
      if (same.size() * 2 > answers.size()) {
        return together(value, same);
      }
    }
    return together(Value.NOT_DETERMINABLE, answers);
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
