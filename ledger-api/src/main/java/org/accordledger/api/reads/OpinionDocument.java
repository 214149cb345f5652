package org.accordledger.api.reads;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.accordledger.api.visibility.Visible;
import org.accordledger.core.accord.ElementCode;
import org.accordledger.core.cases.Opinion;
import org.accordledger.core.cases.Severity;
import org.accordledger.core.evidence.Confidence;
import org.jspecify.annotations.Nullable;

/**
 * A vote or a finding, question by question, as one reader may see it; as {@link Opinion}.
 *
 * @param elements one answer per element of the clause version
 * @param severity if it is a violation; absent otherwise
 */
public record OpinionDocument(
    Map<ElementCode, Answer> elements,
    Answer happened,
    Answer attributable,
    @Nullable Severity severity) {

  /**
   * The answer to one question.
   *
   * @param exhibits ids of the exhibits it rests on and that the reader may see
   * @param restsOnMore true if it also rests on exhibits that the reader may not see
   */
  public record Answer(
      org.accordledger.core.cases.Answer.Value value,
      Confidence confidence,
      List<String> exhibits,
      boolean restsOnMore) {
    private static Answer of(org.accordledger.core.cases.Answer answer, Visible visible) {
      List<String> seen = visible.ids(answer.exhibits());
      return new Answer(
          answer.value(), answer.confidence(), seen, seen.size() < answer.exhibits().size());
    }
  }

  static OpinionDocument of(Opinion opinion, Visible visible) {
    Map<ElementCode, Answer> elements = new LinkedHashMap<>();
    opinion.elements().forEach((code, answer) -> elements.put(code, Answer.of(answer, visible)));
    return new OpinionDocument(
        elements,
        Answer.of(opinion.happened(), visible),
        Answer.of(opinion.attributable(), visible),
        opinion.severity());
  }
}
