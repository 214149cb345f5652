package org.accordledger.api.imports;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The first rule whose condition holds gives the value. */
record Choice(List<Rule> rules, @Nullable Expression otherwise) implements Expression {
  /**
   * One rule.
   *
   * @param name in the words of whoever wrote it; null leaves it to the condition's
   */
  record Rule(@Nullable String name, Condition when, Expression use) {
    String said() {
      return name == null ? when.said() : name;
    }
  }

  @Override
  public List<String> values(Scope scope) {
    for (Rule rule : rules) {
      if (rule.when().holds(scope)) {
        return rule.use().values(scope);
      }
    }
    return otherwise == null ? List.of() : otherwise.values(scope);
  }

  /** Its rules in words, none of which holds where the choice gives nothing. */
  String said() {
    return rules.stream().map(Rule::said).collect(Collectors.joining("; "));
  }
}
