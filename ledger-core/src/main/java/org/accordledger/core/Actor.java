package org.accordledger.core;

import org.jspecify.annotations.Nullable;

/**
 * Someone acting in a role.
 *
 * @param account opaque account id, no personal data
 * @param role the role the act is done in
 * @param body the party, monitoring body or institution acted for; absent where the role needs none
 */
public record Actor(AccountId account, Role role, @Nullable BodyId body) {
  /** True if this actor acts for the given party or body. */
  public boolean actsFor(BodyId other) {
    return other.equals(body);
  }
}
