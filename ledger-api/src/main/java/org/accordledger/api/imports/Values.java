package org.accordledger.api.imports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes values from a row and checks that they fit their field. */
final class Values {
  private Values() {}

  /**
   * The values of a field, none empty.
   *
   * @throws RowProblem if one does not fit; an address that is none is left out with a note,
   *     because the rest of the row stays true without it
   */
  static List<String> of(@Nullable Expression expression, FieldType type, Scope scope) {
    if (expression == null) {
      return List.of();
    }
    List<String> values = new ArrayList<>();
    for (String value : expression.values(scope)) {
      if (value.isEmpty()) {
        continue;
      }
      if (type.accepts(value)) {
        values.add(value);
      } else if (type == FieldType.LINK) {
        scope
            .notes()
            .accept(Scope.Note.leftOut("bad_link", "'" + value + "' is no http or https address"));
      } else {
        throw new RowProblem(
            "bad_value", "'" + value + "' is not what was expected: " + type.expectation());
      }
    }
    return values;
  }
}
