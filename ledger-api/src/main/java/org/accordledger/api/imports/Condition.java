package org.accordledger.api.imports;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A yes/no question about a row. Where the column is one of a table, one row of the table that
 * answers yes is enough.
 */
sealed interface Condition {
  boolean holds(Scope scope);

  /** The condition in words, for whoever asks why it did not hold. */
  String said();

  /** The cell is one of these texts. */
  record OneOf(String column, List<String> texts) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return scope.cells(column).stream().anyMatch(texts::contains);
    }

    @Override
    public String said() {
      return texts.stream()
          .map(text -> "'" + text + "'")
          .collect(Collectors.joining(" or ", column + " is ", ""));
    }
  }

  /** The cell holds this text anywhere. */
  record Contains(String column, String text) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return scope.cells(column).stream().anyMatch(cell -> cell.contains(text));
    }

    @Override
    public String said() {
      return column + " contains '" + text + "'";
    }
  }

  /** The cell as a whole matches a regular expression. */
  record Matches(String column, Pattern pattern) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return scope.cells(column).stream().anyMatch(cell -> pattern.matcher(cell).matches());
    }

    @Override
    public String said() {
      return column + " matches '" + pattern.pattern() + "'";
    }
  }

  /** The cell is empty. */
  record Blank(String column) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return scope.cells(column).stream().allMatch(String::isEmpty);
    }

    @Override
    public String said() {
      return column + " is blank";
    }
  }

  /** Every part holds. */
  record All(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return parts.stream().allMatch(part -> part.holds(scope));
    }

    @Override
    public String said() {
      return parts.stream().map(Condition::said).collect(Collectors.joining(" and "));
    }
  }

  /** At least one part holds. */
  record Any(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return parts.stream().anyMatch(part -> part.holds(scope));
    }

    @Override
    public String said() {
      return parts.stream().map(Condition::said).collect(Collectors.joining(" or ", "(", ")"));
    }
  }

  /** The part does not hold. */
  record Not(Condition part) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return !part.holds(scope);
    }

    @Override
    public String said() {
      return "not " + part.said();
    }
  }
}
