package org.accordledger.api.cli;

import java.util.List;
import java.util.Locale;
import org.accordledger.api.security.AccessTokens;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordId;

/** Issues tokens for what clients call accounts. */
final class Tokens {
  private Tokens() {}

  /** A new token for this binding; those issued before stay valid. */
  static String issue(AccessTokens tokens, org.accordledger.api.client.Binding binding) {
    return tokens.issue(new AccountId(binding.account()), List.of(checked(binding)));
  }

  /**
   * The binding as the access model knows it.
   *
   * @throws InvalidValue if there is no such role or an id is wrong
   */
  static org.accordledger.api.security.Binding checked(
      org.accordledger.api.client.Binding binding) {
    return new org.accordledger.api.security.Binding(
        role(binding.role()),
        binding.accord().equals("*") ? null : new AccordId(binding.accord()),
        binding.body() == null ? null : new BodyId(binding.body()));
  }

  private static Role role(String name) {
    try {
      return Role.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue(
          "role",
          "must be one of monitor, party, registrar, adjudicator, auditor, negotiator, operator,"
              + " not '"
              + name
              + "'");
    }
  }
}
