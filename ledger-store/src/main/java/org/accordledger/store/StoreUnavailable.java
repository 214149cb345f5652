package org.accordledger.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The ledger cannot store or read now; unless a subclass says otherwise, nothing is stored. */
public class StoreUnavailable extends RuntimeException {
  StoreUnavailable(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  static StoreUnavailable down(@Nullable Throwable cause) {
    if (cause instanceof SQLException refused && !ConnectionLoss.isOne(refused)) {
      return new StoreUnavailable(
          "The ledger's database does not take this now (%s): its operator has to look at it."
              .formatted(String.valueOf(refused.getMessage()).lines().findFirst().orElse("")),
          cause);
    }
    return new StoreUnavailable(
        "The ledger's database cannot be reached: try again when it is back.", cause);
  }
}
