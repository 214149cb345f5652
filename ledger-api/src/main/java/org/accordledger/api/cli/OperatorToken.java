package org.accordledger.api.cli;

import java.util.List;
import org.accordledger.api.embedded.DataDirectory;
import org.accordledger.api.security.AccessTokens;
import org.accordledger.api.security.Binding;
import org.accordledger.core.AccountId;
import org.accordledger.core.Role;

/** The token with which whoever may read a data directory operates the ledger. */
final class OperatorToken {
  static final AccountId ACCOUNT = new AccountId("local-operator");

  private final AccessTokens tokens;
  private final DataDirectory directory;

  OperatorToken(AccessTokens tokens, DataDirectory directory) {
    this.tokens = tokens;
    this.directory = directory;
  }

  /**
   * Makes a new one in the place of every one there was: the database is this directory's own, so
   * that what a restored copy still holds valid is nobody's who may use it.
   */
  void renewAlone() {
    tokens.revoke(ACCOUNT);
    keepNew();
  }

  /**
   * Makes a new one in the place of the one this directory holds. The nodes beside it on the same
   * database have each their own, and keep it.
   */
  void renewBesideOthers() {
    directory.operatorToken().ifPresent(tokens::end);
    keepNew();
  }

  private void keepNew() {
    directory.keepOperatorToken(
        tokens.issue(ACCOUNT, List.of(new Binding(Role.OPERATOR, null, null))));
  }
}
