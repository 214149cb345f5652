package org.accordledger.api.imports;

import java.util.List;
import org.accordledger.api.imports.ExpressionReader.ColumnUse;

/**
 * A table beside the imported file whose rows say more about its rows: {@code T.column} names a
 * column of the table T.
 *
 * @param name T
 * @param file looked for in the directory of the first imported file
 * @param on a row of the table belongs to a row of the file if every link has a value in common;
 *     never empty
 * @param columns of the table that the mapping names, and where
 */
record TablePlan(String name, String file, List<Link> on, List<ColumnUse> columns) {
  /**
   * What both sides say; compared without regard to upper and lower case.
   *
   * @param theirs read from a row of the table
   * @param ours read from a row of the imported file
   */
  record Link(Expression theirs, Expression ours) {}
}
