package org.accordledger.core;

/**
 * A fact that happened in one stream. Events are the contract: what is stored of them is canonical
 * JSON under a logical type name and a revision, and neither is ever edited after release.
 *
 * <p>An event does not repeat its stream's id (the leaf of the log carries it), except the first
 * one of a stream.
 */
public interface LedgerEvent {
  /** Who said this to the ledger, and when. */
  Filing filed();
}
