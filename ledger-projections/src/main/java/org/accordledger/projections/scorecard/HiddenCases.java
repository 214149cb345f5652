package org.accordledger.projections.scorecard;

import java.util.Set;
import org.accordledger.core.BodyId;
import org.accordledger.core.Marking;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.projections.Codes;
import org.accordledger.projections.Conditions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many cases a reader's clearance hides. Only accord, party and clause narrow the count: by
 * counter or month it would tell what became of a hidden case, or when it happened.
 */
final class HiddenCases {
  private HiddenCases() {}

  static long count(
      JdbcClient jdbc,
      @Nullable AccordId accord,
      @Nullable BodyId party,
      @Nullable ClauseCode clause,
      long position,
      Set<Marking> visible) {
    Conditions conditions =
        new Conditions()
            .addIfPresent("accord = ?", accord)
            .addIfPresent("clause = ?", clause)
            .addIfPresent("party = ?", party)
            .add("position <= ?", position)
            .add("not marking = any (?)", Codes.codes(visible));
    if (visible.contains(Marking.CLEAR)) {
      // lets the partial index answer: few cases are marked, and only those can be hidden
      conditions.add("marking <> 'clear'");
    }
    return jdbc.sql("select count(*) from views.scorecard_opening " + conditions.where())
        .params(conditions.values())
        .query(Long.class)
        .single();
  }
}
