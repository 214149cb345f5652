package org.accordledger.projections.accords;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.accordledger.core.accord.AccordId;
import org.accordledger.projections.Reading;
import org.accordledger.projections.Snapshots;

/** Reads accords as they stand. What parties agree on is public; nothing here is marked. */
public final class AccordQuery {
  private final Snapshots snapshots;

  public AccordQuery(DataSource dataSource) {
    this.snapshots = new Snapshots(dataSource, AccordProjection.NAME);
  }

  /** Every accord, by id. */
  public Reading<List<AccordOverview>> list() {
    return snapshots.read(
        jdbc ->
            jdbc.sql("select overview from views.accord order by accord")
                .query((row, number) -> AccordProjection.parse(row.getString("overview")))
                .list());
  }

  /** One accord; empty if there is none. */
  public Reading<Optional<AccordOverview>> find(AccordId accord) {
    return snapshots.read(
        jdbc ->
            jdbc.sql("select overview from views.accord where accord = ?")
                .param(accord.value())
                .query((row, number) -> AccordProjection.parse(row.getString("overview")))
                .optional());
  }
}
