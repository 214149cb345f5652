package org.accordledger.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The ledger cannot store or read now; unless a subclass says otherwise, nothing is stored. Its
 * message is a sentence for whoever asked: once the ledger is open, what the database said about it
 * is in the cause and in the log alone, for it may quote what others stored.
 */
public class StoreUnavailable extends RuntimeException {
  StoreUnavailable(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  static StoreUnavailable down(@Nullable Throwable cause) {
    if (cause instanceof SQLException refused && !ConnectionLoss.isOne(refused)) {
      return new StoreUnavailable(
          "The ledger's database does not take this now: its operator finds the reason in the"
              + " ledger's log.",
          cause);
    }
    return new StoreUnavailable(
        "The ledger's database cannot be reached: try again when it is back.", cause);
  }

  /** The database is there, but every connection for reading was in use for too long. */
  static StoreUnavailable busy(Throwable cause) {
    return new StoreUnavailable("The ledger is too busy to read this now: try again.", cause);
  }
}
