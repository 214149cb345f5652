package org.accordledger.projections.scorecard;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.codec.LedgerJson;
import org.accordledger.core.scorecard.AccordFigures;
import org.accordledger.projections.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of accords: their figures after every event that changed them. */
final class AccordRows {
  private static final String LOAD =
      """
      select distinct on (accord) accord, figures from scorecard_accord
      where accord = any (?) order by accord, position desc
      """;

  private static final String INSERT =
      """
      insert into scorecard_accord (accord, position, figures)
      select * from unnest(?, ?, ?)
      """;

  private static final Rows<Change> CHANGES =
      new Rows<Change>()
          .column("text", change -> change.figures().accord().value())
          .column("bigint", Change::position)
          .column("text", change -> LedgerJson.mapper().writeValueAsString(change.figures()));

  /** The figures of an accord after a position. */
  record Change(long position, AccordFigures figures) {}

  private AccordRows() {}

  static Map<String, AccordFigures> load(JdbcTemplate jdbc, Collection<String> accords) {
    Map<String, AccordFigures> figures = new HashMap<>();
    if (!accords.isEmpty()) {
      jdbc.query(
          LOAD,
          statement ->
              statement.setArray(
                  1, statement.getConnection().createArrayOf("text", accords.toArray())),
          row -> {
            figures.put(row.getString("accord"), parse(row.getString("figures")));
          });
    }
    return figures;
  }

  static void write(JdbcTemplate jdbc, List<Change> changes) {
    CHANGES.write(jdbc, INSERT, changes);
  }

  /** The figures of one accord, or of all, as of a position. */
  static List<AccordFigures> asOf(JdbcClient jdbc, @Nullable AccordId accord, long position) {
    return jdbc.sql(
            """
            select distinct on (accord) figures from scorecard_accord
            where position <= :position and (cast(:accord as text) is null or accord = :accord)
            order by accord, position desc
            """)
        .param("position", position)
        .param("accord", accord == null ? null : accord.value())
        .query((row, number) -> parse(row.getString("figures")))
        .list();
  }

  private static AccordFigures parse(String json) {
    return LedgerJson.mapper().readValue(json, AccordFigures.class);
  }
}
