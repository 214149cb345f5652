package org.accordledger.projections.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.scorecard.Period;
import org.accordledger.core.scorecard.Scorecard;
import org.accordledger.core.scorecard.ScorecardFold;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.TestDatabase;

/**
 * Tables of the scorecard to fill with a log, and what they have to say then. What is chosen at
 * random depends on the length of the log alone, so that a log that fails fails again.
 */
final class ScorecardTables implements AutoCloseable {
  private final List<Recorded<? extends LedgerEvent>> log;
  private final SplittableRandom random;
  private final TestDatabase database = TestDatabase.fresh();
  private final ScorecardProjection projection = new ScorecardProjection(database.dataSource());
  private final ScorecardQuery query = new ScorecardQuery(database.dataSource());

  ScorecardTables(List<Recorded<? extends LedgerEvent>> log) {
    this.log = log;
    this.random = new SplittableRandom(log.size());
  }

  DataSource dataSource() {
    return database.dataSource();
  }

  ScorecardProjection projection() {
    return projection;
  }

  ScorecardQuery query() {
    return query;
  }

  SplittableRandom random() {
    return random;
  }

  Scorecard read(AsOf asOf, Period period) {
    return query.read(ScorecardRequest.everything(asOf).during(period)).scorecard();
  }

  /** At several positions and for several periods: the tables say what the pure function says. */
  void areThePureFunction() {
    for (long position : positions()) {
      ScorecardFold fold = new ScorecardFold();
      log.subList(0, (int) position + 1).forEach(fold::apply);
      for (Period period : periods()) {
        assertThat(read(AsOf.position(position), period))
            .as("at %d of %s", position, period)
            .isEqualTo(fold.scorecard(period, null));
      }
    }
  }

  /** The first, the last and some in between. */
  List<Long> positions() {
    List<Long> positions = new ArrayList<>(List.of(0L, log.size() - 1L));
    for (int i = 0; i < 4; i++) {
      positions.add(random.nextLong(log.size()));
    }
    return positions;
  }

  List<Period> periods() {
    YearMonth from = YearMonth.of(2014, 6).plusMonths(random.nextInt(24));
    return List.of(
        Period.ALL,
        new Period(from, null),
        new Period(null, from),
        new Period(from, from.plusMonths(random.nextInt(12))));
  }

  @Override
  public void close() {
    database.close();
  }
}
