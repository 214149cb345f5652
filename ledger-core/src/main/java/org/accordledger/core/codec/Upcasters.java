package org.accordledger.core.codec;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;
import org.accordledger.core.codec.EventTypes.EventType;
import tools.jackson.databind.node.ObjectNode;

/** The steps from every old revision to the current one, by the old qualified type name. */
final class Upcasters {
  /**
   * Rules of procedure of revision 1 set no clock but the one to respond: nothing is to be added.
   */
  private static final Upcaster WITHOUT_FURTHER_CLOCKS = payload -> payload;

  /** Clauses of revision 1 had no rule for the window of an embargo: nothing is to be added. */
  private static final Upcaster WITHOUT_EMBARGO_RULE = payload -> payload;

  /** Rules of revision 2 set the same clocks for every basket: nothing is to be added. */
  private static final Upcaster WITHOUT_CLOCKS_OF_BASKETS = payload -> payload;

  /** Exhibits of revision 1 quoted no number as a claim: nothing is to be added. */
  private static final Upcaster WITHOUT_CLAIMS = payload -> payload;

  /** Clauses of revision 2 left the standard of evidence to words: nothing is to be added. */
  private static final Upcaster WITHOUT_EVIDENCE_THRESHOLD = payload -> payload;

  /** Standing rules of revision 1 let cases be open to everybody: nothing is to be added. */
  private static final Upcaster WITHOUT_LEAST_MARKING = payload -> payload;

  static final Upcasters LEDGER =
      new Upcasters(
          Map.ofEntries(
              entry("accord.accord_drafted.v1", WITHOUT_FURTHER_CLOCKS),
              entry("accord.accord_drafted.v2", WITHOUT_CLOCKS_OF_BASKETS),
              entry("accord.rules_adopted.v1", WITHOUT_FURTHER_CLOCKS),
              entry("accord.rules_adopted.v2", WITHOUT_CLOCKS_OF_BASKETS),
              entry("accord.text_offered.v1", WITHOUT_EMBARGO_RULE),
              entry("accord.text_offered.v2", WITHOUT_EVIDENCE_THRESHOLD),
              entry("accord.standing_rules_adopted.v1", WITHOUT_LEAST_MARKING),
              entry("case.allegation_submitted.v1", WITHOUT_CLAIMS),
              entry("case.response_filed.v1", WITHOUT_CLAIMS),
              entry("case.particulars_given.v1", WITHOUT_CLAIMS),
              entry("case.reply_filed.v1", WITHOUT_CLAIMS),
              entry("case.exhibits_admitted.v1", WITHOUT_CLAIMS),
              entry("case.case_reopened.v1", WITHOUT_CLAIMS),
              entry("case.denial_corroborated.v1", WITHOUT_CLAIMS)));

  private final Map<String, Upcaster> byType;

  Upcasters(Map<String, Upcaster> byType) {
    this.byType = new HashMap<>(byType);
  }

  /**
   * Walks the chain, one step per revision.
   *
   * @throws IllegalStateException if a step is missing, which is this program's fault
   */
  ObjectNode upcast(EventType type, int revision, ObjectNode payload) {
    ObjectNode current = payload;
    for (int from = revision; from < type.revision(); from++) {
      Upcaster step = byType.get(type.name() + ".v" + from);
      if (step == null) {
        throw new IllegalStateException("no upcaster from " + type.name() + ".v" + from);
      }
      current = step.upcast(current);
    }
    return current;
  }
}
