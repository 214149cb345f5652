package org.accordledger.api.reads;

import java.util.List;
import java.util.Optional;
import org.accordledger.core.accord.AccordTerms.ClauseInForce;
import org.accordledger.core.accord.Basket.Bindingness;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.cases.FindingWords;
import org.accordledger.core.cases.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a finding follow from.
 *
 * @param hypothetical the accord is
 * @param clause the version the case is judged under; null if none ever held
 */
record JudgedUnder(boolean hypothetical, Bindingness bindingness, @Nullable Clause clause) {
  /** The terms of a case in its accord; the plainest where nothing is known of it. */
  static JudgedUnder of(AllegationSubmitted submitted, Optional<AccordDocument> accord) {
    return accord
        .map(
            found ->
                new JudgedUnder(
                    found.hypothetical(),
                    found.bindingness(submitted.allegation().clause()),
                    version(submitted, found)))
        .orElseGet(() -> new JudgedUnder(false, Bindingness.LEGAL, null));
  }

  String words(Outcome outcome) {
    return FindingWords.of(outcome, bindingness);
  }

  List<String> leftProtected(Outcome outcome) {
    return clause == null ? List.of() : FindingWords.leftProtected(outcome, clause);
  }

  private static @Nullable Clause version(AllegationSubmitted submitted, AccordDocument accord) {
    Integer judged = submitted.clauseVersion();
    return accord.clauses().stream()
        .filter(version -> version.clause().code().equals(submitted.allegation().clause()))
        .filter(version -> judged != null && version.version() == judged)
        .map(ClauseInForce::clause)
        .findFirst()
        .orElse(null);
  }
}
