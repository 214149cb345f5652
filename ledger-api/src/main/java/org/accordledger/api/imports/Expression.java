package org.accordledger.api.imports;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a mapping gets the values of one field from a row. */
sealed interface Expression
    permits Expression.Constant, Expression.Several, Expression.Template, Choice, ColumnRule {
  /**
   * The values for this row; none if the row has none.
   *
   * @throws RowProblem if the row says something the mapping does not cover
   */
  List<String> values(Scope scope);

  /** The same value for every row. */
  record Constant(String value) implements Expression {
    @Override
    public List<String> values(Scope scope) {
      return List.of(value);
    }
  }

  /** The values of several expressions, one after the other. */
  record Several(List<Expression> parts) implements Expression {
    @Override
    public List<String> values(Scope scope) {
      return parts.stream().flatMap(part -> part.values(scope).stream()).distinct().toList();
    }
  }

  /** A text in which column names in braces stand for their cells. */
  record Template(String text) implements Expression {
    static final Pattern NAME = Pattern.compile("\\{([^{}]+)}");

    @Override
    public List<String> values(Scope scope) {
      Matcher names = NAME.matcher(text);
      StringBuilder filled = new StringBuilder();
      while (names.find()) {
        names.appendReplacement(filled, Matcher.quoteReplacement(scope.variable(names.group(1))));
      }
      return List.of(names.appendTail(filled).toString().strip());
    }

    /** Whether one of the columns it names is empty. */
    boolean hasBlank(Scope scope) {
      return NAME.matcher(text).results().anyMatch(name -> scope.variable(name.group(1)).isBlank());
    }
  }
}
