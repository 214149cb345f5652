package org.accordledger.projections;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of all projections: schema {@code views}, with a migration history of its own. */
public final class ViewsSchema {
  private ViewsSchema() {}

  /**
   * Brings the schema up to date; does nothing if it is.
   *
   * @throws org.flywaydb.core.api.FlywayException if the database cannot be reached or holds
   *     something else
   */
  public static void migrate(DataSource dataSource) {
    Flyway.configure(ViewsSchema.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/projections")
        .schemas("views")
        .defaultSchema("views")
        .table("migrations")
        .load()
        .migrate();
  }
}
