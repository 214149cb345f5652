package org.accordledger.projections.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which projections this node is to run: those who share the views of a database take turns along
 * the list of projections, in the order in which they came. Two nodes may for a moment see
 * different lists; who has a projection then, its claim decides.
 */
final class NodeShare {
  private final JdbcClient jdbc;
  private final double silence;
  private final String me = UUID.randomUUID().toString();

  /**
   * @param dataSource of the views that are shared
   * @param silence after which a node that has not been heard of has no share
   */
  NodeShare(DataSource dataSource, Duration silence) {
    this.jdbc = JdbcClient.create(dataSource);
    this.silence = silence.toMillis() / 1000.0;
  }

  /** Says that this node is alive, and takes its turns. */
  List<String> of(List<String> projections) {
    jdbc.sql(
            """
            insert into node (node, joined_at, seen_at)
            values (?, clock_timestamp(), clock_timestamp())
            on conflict (node) do update set seen_at = clock_timestamp()
            """)
        .param(me)
        .update();
    List<String> nodes =
        jdbc.sql(
                """
                select node from node where seen_at > clock_timestamp() - make_interval(secs => ?)
                order by joined_at, node
                """)
            .param(silence)
            .query((row, number) -> row.getString("node"))
            .list();
    List<String> mine = new ArrayList<>();
    for (int i = 0; i < projections.size(); i++) {
      if (nodes.get(i % nodes.size()).equals(me)) {
        mine.add(projections.get(i));
      }
    }
    return mine;
  }

  /** Leaves its share to the others at once. */
  void leave() {
    jdbc.sql(
            "delete from node where node = ? or seen_at < clock_timestamp() - '1"
                + " day'::interval")
        .param(me)
        .update();
  }
}
