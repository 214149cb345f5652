package org.accordledger.projections.node;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.BadSqlGrammarException;

/** What a reader has to know of a database whose views nodes of projections keep. */
public final class ViewsOfNodes {
  private final Inbox inbox;

  /**
   * Connects to nothing yet.
   *
   * @param dataSource the database of the nodes
   */
  public ViewsOfNodes(DataSource dataSource) {
    this.inbox = new Inbox(dataSource);
  }

  /**
   * Last position that the nodes can apply; -1 if there is none.
   *
   * @throws org.springframework.dao.DataAccessException if the database cannot be asked
   */
  public long head() {
    return inbox.watermark().position();
  }

  /**
   * Name of the log whose views these are, as its checkpoints have it; null before the first event.
   *
   * @throws org.springframework.dao.DataAccessException if the database cannot be asked
   * @throws IllegalStateException if no node has ever used it
   */
  public @Nullable String origin() {
    try {
      return inbox.source();
    } catch (BadSqlGrammarException absent) {
      throw new IllegalStateException(
          "no node of projections has made its tables in this database yet", absent);
    }
  }
}
