package org.accordledger.api.imports;

import java.nio.file.Path;
import java.util.List;
import org.accordledger.api.imports.ExpressionReader.ColumnUse;
import org.accordledger.api.yaml.YamlProblem;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a file become allegations (docs/imports.md).
 *
 * @param about one sentence
 * @param format of the files; null tells it by their names
 * @param delimiter between cells of a CSV file
 * @param prepare directory of the scenario whose accord must be there first; null if none
 * @param accord the accord alleged under, unless the command line names another
 * @param groupBy rows with the same value become one allegation; null makes one of each row
 * @param tables beside the files, whose rows say more about theirs
 * @param plan how the fields are filled
 * @param columns every column named, and where
 */
record Mapping(
    String about,
    @Nullable SourceFormat format,
    char delimiter,
    @Nullable Path prepare,
    String accord,
    @Nullable Expression groupBy,
    List<TablePlan> tables,
    AllegationPlan plan,
    List<ColumnUse> columns) {

  /** The kinds of files that can be read. */
  enum SourceFormat {
    CSV,
    NDJSON
  }

  /**
   * Checks that a file has the columns.
   *
   * @throws YamlProblem naming the line of the mapping whose column the file has not
   */
  void check(Header header, String file) {
    check(columns, header, file);
  }

  /** As {@link #check(Header, String)}, for any columns. */
  static void check(List<ColumnUse> columns, Header header, String file) {
    for (ColumnUse use : columns) {
      if (!header.has(use.column())) {
        throw use.where()
            .problem(
                "the column '"
                    + use.column()
                    + "' is not in "
                    + file
                    + "; expected one of "
                    + String.join(", ", header.names()));
      }
      if (header.isAmbiguous(use.column())) {
        throw use.where()
            .problem("the column '" + use.column() + "' stands more than once in " + file);
      }
    }
  }
}
