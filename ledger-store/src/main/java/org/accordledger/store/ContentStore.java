package org.accordledger.store;

import java.util.Optional;

/** The contents beside the events. They come in with an append; see {@link AppendContext}. */
public final class ContentStore {
  private static final String BY_REF =
      """
      select ref, salt, media_type, language, bytes, marking from ledger.content where ref = ?
      """;

  private final Statements statements;

  ContentStore(Statements statements) {
    this.statements = statements;
  }

  /**
   * The content of this ref; empty when there is none.
   *
   * @throws StoreUnavailable when the database does not answer
   */
  public Optional<Content> find(String ref) {
    return statements.query(
        BY_REF,
        statement -> statement.setString(1, ref),
        rows ->
            rows.next()
                ? Optional.of(
                    new Content(
                        rows.getString(1),
                        rows.getBytes(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getBytes(5),
                        rows.getString(6)))
                : Optional.empty());
  }
}
