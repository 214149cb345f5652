package org.accordledger.projections;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.accordledger.core.InvalidValue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The generations of views that a database holds. One that no node uses any more is kept until an
 * operator drops it: until then the version that made it can be gone back to.
 */
public final class GenerationsOfViews {
  /** Axon renews a claim every few seconds, and lets go of it where a node ends in order. */
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private final JdbcTemplate jdbc;
  private final JdbcClient client;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  /**
   * @param dataSource wherever its connections look
   * @param clock that of the nodes, whose claims it is compared with
   */
  public GenerationsOfViews(DataSource dataSource, InstantSource clock) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.client = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.clock = clock;
  }

  /**
   * One of them.
   *
   * @param position last one that every projection in it has applied; -1 if none
   * @param recordedAt when that was recorded; null if nothing was applied
   * @param bytes on disk, with indexes
   * @param inUse whether a node applies events to it, or reads it
   */
  public record Generation(
      ViewsSchema schema, long position, @Nullable Instant recordedAt, long bytes, boolean inUse) {}

  /** All of them, by name. */
  public List<Generation> list() {
    return client
        .sql(
            """
            select n.nspname from pg_namespace n
            where exists (select from pg_class c where c.relnamespace = n.oid and c.relname = 'progress')
              and exists (select from pg_class c where c.relnamespace = n.oid and c.relname = 'token')
            order by 1
            """)
        .query((row, number) -> row.getString("nspname"))
        .list()
        .stream()
        .filter(ViewsSchema::isOne)
        .map(name -> read(new ViewsSchema(name)))
        .toList();
  }

  private Generation read(ViewsSchema schema) {
    return client
        .sql(
            """
            select coalesce(min(position), -1) as position, min(recorded_at) as recorded_at,
              (select sum(pg_total_relation_size(c.oid)) from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = ? and c.relkind = 'r') as bytes
            from %s.progress
            """
                .formatted(schema.name()))
        .param(schema.name())
        .query(
            (row, number) ->
                new Generation(
                    schema,
                    row.getLong("position"),
                    Columns.instantOrNull(row, "recorded_at"),
                    row.getLong("bytes"),
                    isInUse(schema)))
        .single();
  }

  private boolean isInUse(ViewsSchema schema) {
    Instant since = clock.instant().minus(SILENCE);
    return isLookedAt(schema)
        || client
            .sql("select claimed_at from %s.token where owner is not null".formatted(schema.name()))
            .query((row, number) -> row.getString("claimed_at"))
            .list()
            .stream()
            .anyMatch(claimed -> since.isBefore(Instant.parse(claimed)));
  }

  /** Who only reads claims nothing, and is told by its connections. */
  private boolean isLookedAt(ViewsSchema schema) {
    return client
        .sql(
            "select exists (select from pg_stat_activity"
                + " where datname = current_database() and application_name = ?)")
        .param(schema.applicationName())
        .query(Boolean.class)
        .single();
  }

  /**
   * Drops one. Nothing is lost that the log does not have: a node that needs it makes it anew.
   *
   * @throws InvalidValue if there is no such generation, or a node uses it
   */
  public void drop(String name) {
    transaction.executeWithoutResult(
        status -> {
          ViewsSchema schema =
              list().stream()
                  .map(Generation::schema)
                  .filter(one -> one.name().equals(name))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new InvalidValue(
                              name, "is no generation of views: './ledger views list' names them"));
          jdbc.execute("set local lock_timeout = '10s'");
          // nobody claims a projection between the look and the end of the schema
          jdbc.execute("lock table %s.token in access exclusive mode".formatted(name));
          if (isInUse(schema)) {
            throw new InvalidValue(name, "is in use: stop the nodes that use it, or wait a minute");
          }
          jdbc.execute("drop schema %s cascade".formatted(name));
        });
  }
}
