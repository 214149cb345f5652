package org.accordledger.api.imports;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A number over the rows of an allegation, exact to the last decimal.
 *
 * @param name of the total; a sum per word is named {@code name.word}
 * @param sum the column added up; null counts rows
 * @param by the column whose words keep the sums apart, for example a currency; null adds up all
 * @param when counts or adds only rows for which it holds; null takes all
 */
record Total(String name, @Nullable String sum, @Nullable String by, @Nullable Condition when) {
  /**
   * Checks the number a row brings.
   *
   * @throws RowProblem if the cell is no decimal number
   */
  void check(ReadRow.Cells row) {
    amount(row);
  }

  /** The totals over these rows, by name. */
  Map<String, String> over(List<ReadRow.Cells> rows) {
    Map<String, BigDecimal> totals = new TreeMap<>();
    if (by == null) {
      totals.put(name, BigDecimal.ZERO);
    }
    for (ReadRow.Cells row : rows) {
      if (when == null || when.holds(Scope.of(row, note -> {}))) {
        totals.merge(name(row), amount(row), BigDecimal::add);
      }
    }
    Map<String, String> texts = new TreeMap<>();
    totals.forEach((key, value) -> texts.put(key, value.toPlainString()));
    return texts;
  }

  private String name(ReadRow.Cells row) {
    return by == null ? name : name + "." + row.cell(by).strip();
  }

  private BigDecimal amount(ReadRow.Cells row) {
    if (sum == null) {
      return BigDecimal.ONE;
    }
    String cell = row.cell(sum).strip();
    if (cell.isEmpty()) {
      return BigDecimal.ZERO;
    }
    if (!cell.matches("-?[0-9]{1,30}(\\.[0-9]{1,10})?")) {
      throw new RowProblem("bad_number", sum + " says '" + cell + "', expected a decimal number");
    }
    return new BigDecimal(cell);
  }
}
