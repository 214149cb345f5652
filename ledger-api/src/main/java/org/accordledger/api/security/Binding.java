package org.accordledger.api.security;

import org.accordledger.core.BodyId;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordId;
import org.jspecify.annotations.Nullable;

/**
 * One role a token gives.
 *
 * @param role any role but public and system: the first needs no token, the second has no account
 * @param accord the accord it holds for; absent means every accord
 * @param body the party, monitoring body or institution acted for; parties, monitors and
 *     negotiators have one
 */
public record Binding(Role role, @Nullable AccordId accord, @Nullable BodyId body) {
  public Binding {
    switch (role) {
      case PUBLIC, SYSTEM ->
          throw new InvalidValue("role", "must not be public or system: no token carries them");
      case PARTY, MONITOR, NEGOTIATOR -> {
        if (body == null) {
          throw new InvalidValue("body", "must be given: this role acts for a body");
        }
      }
      case REGISTRAR, ADJUDICATOR, AUDITOR, OPERATOR -> {}
    }
  }

  /** An accord of null stands for what is under none: a binding to every accord covers it. */
  boolean covers(@Nullable AccordId other) {
    return accord == null || accord.equals(other);
  }
}
