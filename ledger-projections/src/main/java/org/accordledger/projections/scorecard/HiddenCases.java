package org.accordledger.projections.scorecard;

import java.util.Set;
import org.accordledger.core.Marking;
import org.accordledger.core.accord.AccordId;
import org.accordledger.projections.Codes;
import org.accordledger.projections.Conditions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many cases a reader's clearance hides. Only the accord narrows the count: by party or clause
 * it would tell, at the position at which it grows, whom a hidden case is against and of what; by
 * counter or month what became of it, or when it happened.
 */
final class HiddenCases {
  private HiddenCases() {}

  static long count(
      JdbcClient jdbc, @Nullable AccordId accord, long position, Set<Marking> visible) {
    Conditions conditions =
        new Conditions()
            .addIfPresent("accord = ?", accord)
            .add("position <= ?", position)
            .add("not marking = any (?)", Codes.codes(visible));
    if (visible.contains(Marking.CLEAR)) {
      // lets the partial index answer: few cases are marked, and only those can be hidden
      conditions.add("marking <> 'clear'");
    }
    return jdbc.sql("select count(*) from scorecard_opening " + conditions.where())
        .params(conditions.values())
        .query(Long.class)
        .single();
  }
}
