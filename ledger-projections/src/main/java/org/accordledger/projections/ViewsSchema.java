package org.accordledger.projections;

import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.accordledger.core.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * One generation of the views: the schema that holds the tables of all projections.
 *
 * <p>A version of this program whose projections make other rows of the same events has another
 * generation. It builds its schema anew from the log while nodes of the former version go on with
 * theirs, and is ready once it has caught up (ADR 0022). SQL names no schema: connections look in
 * the one of their pool, by PostgreSQL's search path.
 *
 * @param name of the schema
 */
public record ViewsSchema(String name) {
  /** To be raised by whoever changes what a projection makes of events that are stored already. */
  private static final int GENERATION = 2;

  private static final String LABEL = "[a-z0-9]{1,20}";
  private static final Pattern NAME = Pattern.compile("views(_[0-9]{1,6}(_" + LABEL + ")?)?");

  /**
   * @throws InvalidValue if no version of this program has such a schema of views
   */
  public ViewsSchema {
    if (!NAME.matcher(name).matches()) {
      throw new InvalidValue("views", name + " is no schema of views");
    }
  }

  /** That of this version. */
  public static ViewsSchema current() {
    return labelled(null);
  }

  /**
   * That of this version, or another one beside it with the same tables.
   *
   * @param label 1 to 20 lower-case letters and digits; null or empty for none
   * @throws InvalidValue if it is none
   */
  public static ViewsSchema labelled(@Nullable String label) {
    if (label == null || label.isEmpty()) {
      return new ViewsSchema("views_" + GENERATION);
    }
    if (!label.matches(LABEL)) {
      throw new InvalidValue("ledger.views", "must be 1 to 20 lower-case letters and digits");
    }
    return new ViewsSchema("views_" + GENERATION + "_" + label);
  }

  /** How connections that look here call themselves, so that nobody drops what others read. */
  public String applicationName() {
    return "accord-ledger " + name;
  }

  static boolean isOne(String schema) {
    return NAME.matcher(schema).matches();
  }

  /**
   * Brings the schema up to date; does nothing if it is.
   *
   * @param dataSource whose connections look in this schema
   * @throws org.flywaydb.core.api.FlywayException if the database cannot be reached or holds
   *     something else
   */
  public void migrate(DataSource dataSource) {
    Migrations.apply(dataSource, "views", name);
  }
}
