package org.accordledger.projections.election;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.codec.LedgerJson;
import org.accordledger.core.election.Election;
import org.accordledger.core.election.ElectionEvent;
import org.accordledger.projections.PoisonEvent;
import org.accordledger.projections.Projection;
import org.accordledger.projections.Rows;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps every election as it stood after each of its events. */
public final class ElectionProjection implements Projection {
  /** The name its position is kept under. */
  public static final String NAME = "election";

  private static final String INSERT =
      """
      insert into election (election_id, position, recorded_at, country, held_on, state)
      select * from unnest(?, ?, ?::timestamptz[], ?, ?, ?)
      """;

  private static final Rows<Line> LINES =
      new Rows<Line>()
          .column("text", line -> line.election().election().value())
          .column("bigint", line -> line.recorded().position())
          .column("text", line -> line.recorded().recordedAt().toString())
          .column("text", line -> line.election().country().value())
          .column("text", line -> Rows.text(line.election().heldOn()))
          .column("text", line -> LedgerJson.mapper().writeValueAsString(line.election()));

  private final JdbcTemplate jdbc;

  private record Line(Recorded<? extends LedgerEvent> recorded, Election election) {}

  public ElectionProjection(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void apply(List<Recorded<? extends LedgerEvent>> batch) {
    Map<String, Election> elections = before(batch);
    List<Line> lines = new ArrayList<>();
    PoisonEvent.guarding(
        batch,
        recorded -> {
          if (recorded.event() instanceof ElectionEvent event) {
            Election after = Election.evolve(elections.get(recorded.streamId()), event);
            elections.put(recorded.streamId(), after);
            lines.add(new Line(recorded, after));
          }
        });
    LINES.write(jdbc, INSERT, lines);
  }

  private Map<String, Election> before(List<Recorded<? extends LedgerEvent>> batch) {
    Set<String> named =
        batch.stream()
            .filter(recorded -> recorded.event() instanceof ElectionEvent)
            .map(Recorded::streamId)
            .collect(Collectors.toSet());
    Map<String, Election> elections = new HashMap<>();
    if (!named.isEmpty()) {
      jdbc.query(
          "select distinct on (election_id) election_id, state from election"
              + " where election_id = any (?) order by election_id, position desc",
          statement ->
              statement.setArray(
                  1, statement.getConnection().createArrayOf("text", named.toArray())),
          row -> {
            elections.put(row.getString("election_id"), parse(row.getString("state")));
          });
    }
    return elections;
  }

  static Election parse(String json) {
    return LedgerJson.mapper().readValue(json, Election.class);
  }

  @Override
  public void reset() {
    jdbc.execute("truncate election");
  }
}
