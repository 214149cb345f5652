/**
 * Backups of a ledger on its embedded PostgreSQL, and their way back: a base backup taken while it
 * runs, the write-ahead log since, the published log. What is restored is verified like an
 * auditor's copy before it is put where a ledger could start on it. Depends on the embedded
 * database and on the auditor's code.
 */
@NullMarked
package org.accordledger.api.backup;

import org.jspecify.annotations.NullMarked;
