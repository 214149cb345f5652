package org.accordledger.core.cases;

import java.util.List;
import org.accordledger.core.evidence.Confidence;

/**
 * The answer to one question of a finding (an element, "it happened", "it is attributable").
 *
 * @param exhibits ids of the exhibits it rests on
 */
public record Answer(Value value, Confidence confidence, List<String> exhibits) {
  /** NOT_DETERMINABLE is an answer of its own and is never counted as NOT_ESTABLISHED. */
  public enum Value {
    ESTABLISHED,
    NOT_ESTABLISHED,
    NOT_DETERMINABLE
  }
}
