package org.accordledger.projections.accords;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.codec.LedgerJson;
import org.accordledger.projections.PoisonEvent;
import org.accordledger.projections.Projection;
import org.accordledger.projections.Rows;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps every accord as it stands. */
public final class AccordProjection implements Projection {
  /** The name its position is kept under. */
  public static final String NAME = "accords";

  private static final String UPSERT =
      """
      insert into views.accord (accord, position, overview) select * from unnest(?, ?, ?)
      on conflict (accord) do update set position = excluded.position,
          overview = excluded.overview
      """;

  private static final Rows<AccordOverview> ROWS =
      new Rows<AccordOverview>()
          .column("text", overview -> overview.accord().value())
          .column("bigint", AccordOverview::position)
          .column("text", overview -> LedgerJson.mapper().writeValueAsString(overview));

  private final JdbcTemplate jdbc;

  public AccordProjection(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void apply(List<Recorded<? extends LedgerEvent>> batch) {
    Set<String> streams =
        batch.stream()
            .filter(recorded -> recorded.event() instanceof AccordEvent)
            .map(Recorded::streamId)
            .collect(Collectors.toSet());
    if (streams.isEmpty()) {
      return;
    }
    Map<String, AccordOverview> before = load(streams);
    Map<String, AccordOverview> changed = new TreeMap<>();
    PoisonEvent.guarding(
        batch,
        recorded -> {
          if (recorded.event() instanceof AccordEvent event) {
            AccordOverview last =
                changed.getOrDefault(recorded.streamId(), before.get(recorded.streamId()));
            changed.put(recorded.streamId(), AccordEvolution.after(last, recorded, event));
          }
        });
    ROWS.write(jdbc, UPSERT, List.copyOf(changed.values()));
  }

  private Map<String, AccordOverview> load(Collection<String> accords) {
    Map<String, AccordOverview> overviews = new HashMap<>();
    jdbc.query(
        "select accord, overview from views.accord where accord = any (?)",
        statement ->
            statement.setArray(
                1, statement.getConnection().createArrayOf("text", accords.toArray())),
        row -> {
          overviews.put(row.getString("accord"), parse(row.getString("overview")));
        });
    return overviews;
  }

  static AccordOverview parse(String json) {
    return LedgerJson.mapper().readValue(json, AccordOverview.class);
  }

  @Override
  public void reset() {
    jdbc.execute("truncate views.accord");
  }
}
