package org.accordledger.projections;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings schemas of the read side up to date, each with a migration history of its own. */
public final class Migrations {
  private Migrations() {}

  /**
   * Makes a schema and applies what it lacks; does nothing if it is up to date, or further than
   * this version knows.
   *
   * @param location directory of the migrations, below {@code db/}
   * @throws org.flywaydb.core.api.FlywayException if the database cannot be reached or holds
   *     something else
   */
  public static void apply(DataSource dataSource, String location, String schema) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/" + location)
        .schemas(schema)
        .defaultSchema(schema)
        .table("migrations")
        .load()
        .migrate();
  }
}
