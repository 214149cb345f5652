package org.accordledger.projections.series;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.series.SeriesEvent;
import org.accordledger.core.series.SeriesEvent.SeriesAttached;
import org.accordledger.core.series.SeriesEvent.SeriesOpened;
import org.accordledger.projections.Codes;
import org.accordledger.projections.PoisonEvent;
import org.accordledger.projections.Projection;
import org.accordledger.projections.Rows;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps which series there are and which clauses they are held beside. */
public final class SeriesProjection implements Projection {
  /** The name its position is kept under. */
  public static final String NAME = "series";

  private static final Rows<Line<SeriesOpened>> OPENED =
      new Rows<Line<SeriesOpened>>()
          .column("text", line -> line.event().series().value())
          .column("text", line -> line.event().keeper().value())
          .column("text", line -> Rows.text(line.event().accord()))
          .column("text", line -> Rows.text(line.event().concerns()))
          .column("text", line -> Codes.code(line.event().marking()))
          .column("bigint", line -> line.recorded().position())
          .column("text", line -> line.recorded().recordedAt().toString());

  private static final Rows<Line<SeriesAttached>> ATTACHED =
      new Rows<Line<SeriesAttached>>()
          .column("bigint", line -> line.recorded().position())
          .column("text", line -> line.recorded().streamId())
          .column("text", line -> line.event().accord().value())
          .column("text", line -> line.event().clause().value())
          .column("text", line -> line.recorded().recordedAt().toString());

  private final JdbcTemplate jdbc;

  private record Line<E extends SeriesEvent>(Recorded<? extends LedgerEvent> recorded, E event) {}

  public SeriesProjection(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void apply(List<Recorded<? extends LedgerEvent>> batch) {
    List<Line<SeriesOpened>> opened = new ArrayList<>();
    List<Line<SeriesAttached>> attached = new ArrayList<>();
    PoisonEvent.guarding(
        batch,
        recorded -> {
          if (recorded.event() instanceof SeriesOpened event) {
            opened.add(new Line<>(recorded, event));
          } else if (recorded.event() instanceof SeriesAttached event) {
            attached.add(new Line<>(recorded, event));
          }
        });
    OPENED.write(
        jdbc,
        "insert into series (series_id, keeper, accord, concerns, marking, position,"
            + " recorded_at) select * from unnest(?, ?, ?, ?, ?, ?, ?::timestamptz[])",
        opened);
    ATTACHED.write(
        jdbc,
        "insert into series_attachment (position, series_id, accord, clause, recorded_at)"
            + " select * from unnest(?, ?, ?, ?, ?::timestamptz[])",
        attached);
  }

  @Override
  public void reset() {
    jdbc.execute("truncate series, series_attachment");
  }
}
