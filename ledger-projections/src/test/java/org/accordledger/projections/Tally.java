package org.accordledger.projections;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The smallest projection: writes down the positions it is given, and fails when told to. */
final class Tally implements Projection {
  private final JdbcTemplate jdbc;
  private final AtomicInteger batches = new AtomicInteger();
  private volatile Fault fault = Fault.NONE;

  enum Fault {
    NONE,
    BEFORE_WRITING,
    AFTER_WRITING
  }

  Tally(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
    jdbc.execute("create table public.tally (position bigint not null)");
  }

  @Override
  public String name() {
    return "tally";
  }

  @Override
  public void apply(List<Recorded<? extends LedgerEvent>> batch) {
    batches.incrementAndGet();
    failIf(Fault.BEFORE_WRITING);
    batch.forEach(r -> jdbc.update("insert into public.tally (position) values (?)", r.position()));
    failIf(Fault.AFTER_WRITING);
  }

  private void failIf(Fault when) {
    if (fault == when) {
      throw new IllegalStateException("injected fault: " + when);
    }
  }

  void failWith(Fault next) {
    fault = next;
  }

  int batchesTried() {
    return batches.get();
  }

  List<@Nullable Long> positions() {
    return jdbc.queryForList("select position from public.tally order by position", Long.class);
  }

  @Override
  public void reset() {
    jdbc.execute("truncate public.tally");
  }
}
