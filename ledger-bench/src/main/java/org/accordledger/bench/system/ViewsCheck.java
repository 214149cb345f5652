package org.accordledger.bench.system;

import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.scorecard.ScorecardQuery;
import org.accordledger.projections.scorecard.ScorecardRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a database shows is what another one shows that applied everything once, from the start and
 * undisturbed: its tables row by row, the scorecard at several positions. The scorecard's own
 * tables hold totals where batches ended, which is chance; what they answer is not.
 */
final class ViewsCheck {
  private static final String TABLES =
      """
      select table_name from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE'
        and table_name not in ('token', 'progress', 'node', 'migrations')
        and table_name not like 'scorecard%'
      order by 1
      """;

  private final String name;
  private final DataSource shown;
  private final DataSource replayed;

  /**
   * Two databases to compare.
   *
   * @param name of the one that went through the faults
   * @param replayed the one that applied everything once
   */
  ViewsCheck(String name, DataSource shown, DataSource replayed) {
    this.name = name;
    this.shown = shown;
    this.replayed = replayed;
  }

  /**
   * Compares.
   *
   * @param positions at which the scorecards are compared
   * @return rows that were compared
   * @throws Violation naming the first table and row that differ
   */
  long require(List<Long> positions) {
    List<String> tables =
        JdbcClient.create(replayed).sql(TABLES).query((row, _) -> row.getString(1)).list();
    if (tables.isEmpty()) {
      throw new Violation("the replay has no tables to compare with");
    }
    long rows = 0;
    for (String table : tables) {
      rows += requireSame(table);
    }
    for (long position : positions) {
      if (!scorecard(shown, position).equals(scorecard(replayed, position))) {
        throw new Violation(
            "the scorecard of %s at position %d is not that of the replay"
                .formatted(name, position));
      }
    }
    return rows;
  }

  private long requireSame(String table) {
    List<String> expected = rows(replayed, table);
    List<String> found = rows(shown, table);
    if (!found.equals(expected)) {
      TreeSet<String> missing = new TreeSet<>(expected);
      found.forEach(missing::remove);
      TreeSet<String> additional = new TreeSet<>(found);
      expected.forEach(additional::remove);
      throw new Violation(
          "%s of %s has %d rows, the replay %d; missing first: %s; not in the replay first: %s"
              .formatted(
                  table,
                  name,
                  found.size(),
                  expected.size(),
                  missing.stream().findFirst().orElse("none"),
                  additional.stream().findFirst().orElse("none")));
    }
    return found.size();
  }

  private static List<String> rows(DataSource database, String table) {
    return JdbcClient.create(database)
        .sql("select t::text from " + table + " t order by 1")
        .query((row, _) -> row.getString(1))
        .list();
  }

  private static Object scorecard(DataSource database, long position) {
    return new ScorecardQuery(database)
        .read(ScorecardRequest.everything(AsOf.position(position)))
        .scorecard();
  }
}
