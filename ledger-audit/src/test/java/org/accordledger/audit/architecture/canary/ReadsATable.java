package org.accordledger.audit.architecture.canary;

import java.sql.Connection;

/** Breaks the rule on purpose: it reads what the operator can change behind everyone's back. */
final class ReadsATable {
  private ReadsATable() {}

  static Class<?> table() {
    return Connection.class;
  }
}
