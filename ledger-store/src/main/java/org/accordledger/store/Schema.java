package org.accordledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database's tables, made and changed as their owner; and whose log stands in them. */
final class Schema {
  private static final Logger log = LoggerFactory.getLogger(Schema.class);

  private Schema() {}

  /**
   * Brings the tables to this version and gives the log its origin.
   *
   * @return events in the log
   * @throws StoreUnavailable when the database does not answer or holds another log
   */
  static long prepare(DataSource owner, String origin) {
    requireDatabase(owner);
    try {
      Flyway.configure()
          .dataSource(owner)
          .schemas("ledger")
          .defaultSchema("ledger")
          .locations("classpath:db/store")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreUnavailable(
          "The ledger's tables cannot be brought to this version: "
              + String.valueOf(e.getMessage()).strip().lines().findFirst().orElse(""),
          e);
    }
    return nameLog(owner, origin);
  }

  private static void requireDatabase(DataSource owner) {
    try (Connection connection = owner.getConnection();
        PreparedStatement durable =
            connection.prepareStatement("select current_setting('fsync')::boolean");
        ResultSet answer = durable.executeQuery()) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < 18) {
        throw new StoreUnavailable(
            "The ledger needs PostgreSQL 18 or newer, and this is %d: upgrade it."
                .formatted(version),
            null);
      }
      answer.next();
      if (!answer.getBoolean(1)) {
        log.warn("The database runs with fsync off: a power failure can lose what was stored.");
      }
    } catch (SQLException e) {
      throw new StoreUnavailable(
          "The ledger's database cannot be reached (%s): start it or correct its address."
              .formatted(e.getMessage()),
          e);
    }
  }

  private static long nameLog(DataSource owner, String origin) {
    try (Connection connection = owner.getConnection();
        PreparedStatement name =
            connection.prepareStatement(
                "update ledger.log_head set origin = ? where origin is null");
        PreparedStatement read =
            connection.prepareStatement("select origin, size from ledger.log_head")) {
      name.setString(1, origin);
      name.executeUpdate();
      try (ResultSet row = read.executeQuery()) {
        row.next();
        if (!origin.equals(row.getString(1))) {
          throw new StoreUnavailable(
              "This database holds the log %s and not %s: correct the origin or the database."
                  .formatted(row.getString(1), origin),
              null);
        }
        return row.getLong(2);
      }
    } catch (SQLException e) {
      throw new StoreUnavailable(
          "The ledger's tables cannot be used (%s): correct the database or its user."
              .formatted(e.getMessage()),
          e);
    }
  }
}
