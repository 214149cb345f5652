package org.accordledger.api.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first rule whose condition holds gives the value. */
record Choice(List<Rule> rules, @Nullable Expression otherwise) implements Expression {
  /** One rule. */
  record Rule(Condition when, Expression use) {}

  @Override
  public List<String> values(Scope scope) {
    for (Rule rule : rules) {
      if (rule.when().holds(scope)) {
        return rule.use().values(scope);
      }
    }
    return otherwise == null ? List.of() : otherwise.values(scope);
  }
}
