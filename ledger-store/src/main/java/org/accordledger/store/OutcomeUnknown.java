package org.accordledger.store;

import org.jspecify.annotations.Nullable;

/** The database went away during the commit and did not come back in time to ask it. */
public final class OutcomeUnknown extends StoreUnavailable {
  OutcomeUnknown(@Nullable Throwable cause) {
    super(
        "The database went away while this was being stored, so it may be stored or not: repeat it"
            + " under the same idempotency key when the database is back.",
        cause);
  }
}
