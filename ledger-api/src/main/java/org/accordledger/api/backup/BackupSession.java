package org.accordledger.api.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.accordledger.api.embedded.DatabaseAccess;
import org.jspecify.annotations.Nullable;

/**
 * What a backup says to its database. A replication slot, which nobody reads from, makes the
 * database keep the write-ahead log that the backup does not have yet; at most one such slot
 * exists, and the database gives it up when it would keep more than the server's bound.
 */
final class BackupSession implements AutoCloseable {
  private static final String SLOTS = "ledger_backup_";
  private static final int ONE_AT_A_TIME = 0x6c656467;
  private static final Pattern START = Pattern.compile("\\(file ([0-9A-F]{24})\\)");

  /**
   * The end of a base backup.
   *
   * @param label what has to stand in backup_label
   * @param first segment that a restart needs
   * @param last segment that it needs
   */
  record End(String label, WalSegment first, WalSegment last) {}

  private final Connection connection;

  BackupSession(DatabaseAccess access) {
    try {
      connection = DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
      if (!text("select pg_try_advisory_lock(?)::text", ONE_AT_A_TIME).equals("true")) {
        connection.close();
        throw new BackupProblem("another backup of this ledger is being taken: wait for its end");
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  String server() {
    return text("show server_version");
  }

  Instant now() {
    try (PreparedStatement statement = connection.prepareStatement("select clock_timestamp()");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** From now on the database keeps its write-ahead log for this backup, too. */
  String keepLog(String id) {
    return text("select slot_name from pg_create_physical_replication_slot(?, true)", SLOTS + id);
  }

  /** Ends the additions to every other backup, and what those keep that were not finished. */
  void keepLogForNoneBut(String slot) {
    String others =
        text(
            "select coalesce(string_agg(slot_name, ' '), '') from pg_replication_slots"
                + " where starts_with(slot_name, ?) and slot_name <> ?",
            SLOTS,
            slot);
    Stream.of(others.split(" ", -1)).filter(one -> !one.isEmpty()).forEach(this::forget);
  }

  /** The database need not keep anything for a backup that was not finished. */
  void forget(String slot) {
    text("select pg_drop_replication_slot(?)", slot);
  }

  /** False when the database has given up what comes after the backup, or knows nothing of it. */
  boolean keeps(String slot) {
    return text(
            "select coalesce(max(wal_status), 'lost') from pg_replication_slots where slot_name ="
                + " ?",
            slot)
        .matches("reserved|extended|unreserved");
  }

  /** Everything in this segment and before it is in the backup. */
  void let(String slot, String position) {
    text("select end_lsn::text from pg_replication_slot_advance(?, ?::pg_lsn)", slot, position);
  }

  /**
   * From here on every page is written whole to the log, so that files can be copied as they are.
   */
  void begin() {
    text("select pg_backup_start('accord-ledger', true)::text");
  }

  End end() {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select lsn::text, labelfile, spcmapfile, pg_walfile_name(lsn)"
                    + " from pg_backup_stop(false)");
        ResultSet row = statement.executeQuery()) {
      row.next();
      String label = row.getString(2);
      String spaces = row.getString(3);
      Matcher first = START.matcher(label);
      if (spaces != null && !spaces.isBlank()) {
        throw new BackupProblem(
            "the database has tablespaces outside of its directory: back it up with"
                + " pg_basebackup");
      }
      if (!first.find()) {
        throw new BackupProblem("the database gave a label that is not understood: " + label);
      }
      return new End(label, new WalSegment(first.group(1)), new WalSegment(row.getString(4)));
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** A commit after {@link #now()}, so that a restore finds something to stop at. */
  void mark() {
    text("select pg_current_xact_id()::text");
  }

  /**
   * Completes the segment that is being written.
   *
   * @return the place where it ends
   */
  String completeSegment() {
    return text("select pg_switch_wal()::text");
  }

  WalSegment segment(String position) {
    return new WalSegment(text("select pg_walfile_name(?::pg_lsn)", position));
  }

  private String text(String sql, Object... parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i : IntStream.range(0, parameters.length).toArray()) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        @Nullable String found = row.getString(1);
        return found == null ? "" : found;
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static BackupProblem failed(SQLException e) {
    return new BackupProblem(
        "the database refuses what a backup needs: "
            + String.valueOf(e.getMessage()).replaceAll("\\s+", " "),
        e);
  }

  @Override
  public void close() {
    // before the next one asks: the server ends a session some time after its connection
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_unlock(" + ONE_AT_A_TIME + ")");
    } catch (SQLException e) {
      // what it held ends with it in any case
    }
  }
}
