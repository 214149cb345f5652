package org.accordledger.projections.scorecard;

import java.util.List;
import javax.sql.DataSource;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.projections.Projection;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps the figures of the scorecard as they were after every position. */
public final class ScorecardProjection implements Projection {
  /** The name its position is kept under. */
  public static final String NAME = "scorecard";

  private final JdbcTemplate jdbc;
  private final ScorecardMemory memory = new ScorecardMemory();

  public ScorecardProjection(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void apply(List<Recorded<? extends LedgerEvent>> batch) {
    memory.begin(batch.getFirst().position());
    ScorecardBatch work = ScorecardBatch.load(jdbc, memory, batch);
    work.apply();
    work.write(jdbc);
    memory.standAt(batch.getLast().position(), work);
  }

  @Override
  public void reset() {
    jdbc.execute(
        "truncate scorecard_batch, scorecard_moment, scorecard_accord,"
            + " scorecard_opening, scorecard_change, scorecard_cell_month,"
            + " scorecard_month");
  }
}
