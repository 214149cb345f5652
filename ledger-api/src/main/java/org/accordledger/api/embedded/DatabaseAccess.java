package org.accordledger.api.embedded;

/** How to reach a database. */
public record DatabaseAccess(String jdbcUrl, String user, String password) {
  /** Without the password. */
  @Override
  public String toString() {
    return jdbcUrl + " as " + user;
  }
}
