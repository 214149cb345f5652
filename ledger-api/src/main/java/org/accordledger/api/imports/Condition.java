package org.accordledger.api.imports;

import java.util.List;
import java.util.regex.Pattern;

/** A yes/no question about a row. */
sealed interface Condition {
  boolean holds(Scope scope);

  /** The cell is one of these texts. */
  record OneOf(String column, List<String> texts) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return texts.contains(scope.variable(column));
    }
  }

  /** The cell holds this text anywhere. */
  record Contains(String column, String text) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return scope.variable(column).contains(text);
    }
  }

  /** The cell as a whole matches a regular expression. */
  record Matches(String column, Pattern pattern) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return pattern.matcher(scope.variable(column)).matches();
    }
  }

  /** The cell is empty. */
  record Blank(String column) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return scope.variable(column).isEmpty();
    }
  }

  /** Every part holds. */
  record All(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return parts.stream().allMatch(part -> part.holds(scope));
    }
  }

  /** At least one part holds. */
  record Any(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return parts.stream().anyMatch(part -> part.holds(scope));
    }
  }

  /** The part does not hold. */
  record Not(Condition part) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return !part.holds(scope);
    }
  }
}
