package org.accordledger.core.cases;

import org.accordledger.core.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * The remedy ordered for the standing finding.
 *
 * @param reporter the account that last reported it done; null if nobody has
 */
public record Remedy(@Nullable AccountId reporter, boolean verified) {
  static Remedy ordered() {
    return new Remedy(null, false);
  }

  Remedy reportedBy(AccountId account) {
    return new Remedy(account, false);
  }

  Remedy verify() {
    return new Remedy(reporter, true);
  }
}
