package org.accordledger.bench.system;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.accordledger.bench.system.FeedCheck.Fed;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Checks after the faults, against what was acknowledged: the log as anybody fetches it, the
 * databases, and the topic.
 */
final class Checker {
  private static final Duration CATCHING_UP = Duration.ofMinutes(4);
  private static final String REPLAYED = "replayed";
  private static final int EARLIER = 4;

  private final Site site;
  private final Random random;
  private final PrintStream out;

  Checker(Site site, Random random, PrintStream out) {
    this.site = site;
    this.random = random;
    this.out = out;
  }

  /**
   * Checks everything.
   *
   * @param acknowledged every command that was ever sent
   * @throws Violation with the first promise that does not hold
   */
  void require(List<Acknowledged> acknowledged) {
    long size = size();
    if (size == 0) {
      throw new Violation("the log is empty: nothing was put to the test");
    }
    awaitCaughtUp(size);
    List<Long> positions = positions(size);
    List<Entry> log = List.of();
    for (int number = 0; number < site.nodes().size(); number++) {
      List<Entry> published = audited(number, size, positions);
      if (number > 0 && !published.equals(log)) {
        throw new Violation("the nodes publish different logs");
      }
      log = published;
    }
    out.printf("log: %d entries, verified and replayed from both nodes%n", size);
    AcknowledgedCheck.require(acknowledged, log);
    out.printf(
        "commands: %d acknowledged, each in the log once, and nothing besides%n",
        acknowledged.size());
    requireStored(log);
    List<Fed> records = TopicReader.read(site.kafka(), Site.TOPIC);
    long repeated = FeedCheck.require(records, log);
    out.printf(
        "feed: %d records, every position in it, %d of them repetitions%n",
        records.size(), repeated);
    requireTaken(log);
    requireViews(size, positions);
  }

  private long size() {
    return one(site.database(Site.LEDGER), "select size from ledger.log_head");
  }

  private static long one(DataSource database, String sql) {
    return JdbcClient.create(database).sql(sql).query(Long.class).single();
  }

  /** The head, and some positions before it. */
  private List<Long> positions(long size) {
    List<Long> positions =
        new ArrayList<>(random.longs(EARLIER, 0, size).distinct().sorted().boxed().toList());
    positions.remove(size - 1);
    positions.add(size - 1);
    return positions;
  }

  /** Published by both nodes, fed, and applied by the ledger and by the nodes of projections. */
  private void awaitCaughtUp(long size) {
    for (URI node : site.nodes()) {
      await(node + " to publish", size, () -> site.health().published(node));
    }
    DataSource ledger = site.database(Site.LEDGER);
    await("the ledger's projections", size, () -> applied(ledger));
    await("the feed", size, () -> one(ledger, "select min(position) + 1 from feed.progress"));
    awaitNodes(Site.VIEWS, size);
  }

  private void awaitNodes(String database, long size) {
    DataSource views = site.database(database);
    await(
        "the intake into " + database,
        size,
        () -> one(views, "select position + 1 from inbox.watermark"));
    await("the projections in " + database, size, () -> applied(views));
  }

  private static long applied(DataSource database) {
    return one(database, "select coalesce(min(position) + 1, 0) from progress");
  }

  /** Where something stands, as a number of entries. */
  private interface Reached {
    long entries();
  }

  private static void await(String what, long size, Reached reached) {
    boolean there =
        Health.await(
            CATCHING_UP,
            () -> {
              try {
                return reached.entries() == size;
              } catch (DataAccessException notMadeYet) {
                return false;
              }
            });
    if (!there) {
      throw new Violation(
          "waited %s for %s to come to %d entries".formatted(CATCHING_UP, what, size));
    }
  }

  private List<Entry> audited(int number, long size, List<Long> positions) {
    Path key = site.directory().resolve("api-1").resolve("log").resolve("localhost_ledger.vkey");
    Auditor auditor =
        new Auditor(site.directory().resolve("audit-" + (number + 1)), site.log("audit"));
    auditor.require(site.nodes().get(number), key, positions);
    return auditor.entries(size);
  }

  /** The rows of the store are the entries of the log. */
  private void requireStored(List<Entry> log) {
    requireSame(
        "the store",
        log,
        """
        select convert_from(leaf, 'UTF8')::jsonb ->> 'id' as id, stream_id, stream_version
        from ledger.event order by position
        """,
        site.database(Site.LEDGER));
  }

  /** What the nodes of projections took from the topic is the log, each position once. */
  private void requireTaken(List<Entry> log) {
    DataSource views = site.database(Site.VIEWS);
    List<Long> positions =
        JdbcClient.create(views)
            .sql("select position from inbox.event order by position")
            .query((row, _) -> row.getLong(1))
            .list();
    for (int i = 0; i < Math.max(positions.size(), log.size()); i++) {
      if (i >= positions.size() || i >= log.size() || positions.get(i) != i) {
        throw new Violation("the inbox is not dense at position " + i);
      }
    }
    long events = one(views, "select count(*) from timeline");
    if (events != log.size()) {
      throw new Violation(
          "%d events were applied to the timeline, of %d".formatted(events, log.size()));
    }
    out.printf("consumers: %d events taken and applied, each once%n", events);
  }

  private static void requireSame(String what, List<Entry> log, String sql, DataSource database) {
    List<Entry> rows =
        JdbcClient.create(database)
            .sql(sql)
            .query(
                (row, _) ->
                    new Entry(
                        row.getString("id"),
                        row.getString("stream_id"),
                        row.getLong("stream_version")))
            .list();
    if (!rows.equals(log)) {
      int at = 0;
      while (at < rows.size() && at < log.size() && rows.get(at).equals(log.get(at))) {
        at++;
      }
      throw new Violation(
          "%s has %d entries, the log %d; they part at position %d"
              .formatted(what, rows.size(), log.size(), at));
    }
  }

  /** A new node applies the whole topic; everybody has to show what it shows. */
  private void requireViews(long size, List<Long> positions) {
    site.replayInto(REPLAYED);
    awaitNodes(REPLAYED, size);
    DataSource replayed = site.database(REPLAYED);
    for (String database : List.of(Site.LEDGER, Site.VIEWS)) {
      long rows = new ViewsCheck(database, site.database(database), replayed).require(positions);
      out.printf(
          "views of %s: %d rows and %d scorecards as in the replay%n",
          database, rows, positions.size());
    }
  }
}
