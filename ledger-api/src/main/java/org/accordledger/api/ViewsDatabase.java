package org.accordledger.api;

import com.zaxxer.hikari.HikariDataSource;
import org.accordledger.projections.node.ViewsOfNodes;
import org.jspecify.annotations.Nullable;

/**
 * Where the views are read: in the ledger's own database, or where nodes of projections keep them.
 */
public final class ViewsDatabase implements AutoCloseable {
  private final HikariDataSource source;
  private final @Nullable ViewsOfNodes nodes;

  private ViewsDatabase(HikariDataSource source, @Nullable ViewsOfNodes nodes) {
    this.source = source;
    this.nodes = nodes;
  }

  /** The ledger's own, which is not closed here. */
  static ViewsDatabase own(HikariDataSource source) {
    return new ViewsDatabase(source, null);
  }

  /** A pool of connections of its own to the database of the nodes. */
  static ViewsDatabase ofNodes(HikariDataSource source) {
    return new ViewsDatabase(source, new ViewsOfNodes(source));
  }

  public HikariDataSource source() {
    return source;
  }

  /** What keeps the views; null if that is the ledger itself. */
  @Nullable ViewsOfNodes nodes() {
    return nodes;
  }

  /**
   * Why these are not the views of a log, in one sentence; null if they are, or hold nothing yet.
   *
   * @throws org.springframework.dao.DataAccessException if the database cannot be asked
   * @throws IllegalStateException if no node has ever used it
   */
  @Nullable String strange(String origin) {
    String found = nodes == null ? null : nodes.origin();
    return found == null || found.equals(origin)
        ? null
        : "the views in ledger.reads-db-url are of the log of " + found + ", not of " + origin;
  }

  @Override
  public void close() {
    if (nodes != null) {
      source.close();
    }
  }
}
