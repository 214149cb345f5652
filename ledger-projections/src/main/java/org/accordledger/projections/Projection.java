package org.accordledger.projections;

import java.util.List;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;

/**
 * A view kept up to date from the events of the ledger.
 *
 * <p>The calls come one after the other, in the order of the log, each inside a transaction that
 * also holds the projection's position: either both are kept or neither. An exception stops the
 * projection where it stands until the event can be applied; nothing is ever skipped.
 */
public interface Projection {
  /** Lower-case name, stable for ever: position and token are kept under it. */
  String name();

  /**
   * Applies the next events of the log.
   *
   * @param batch at least one event, without gaps, directly after the last one applied
   */
  void apply(List<Recorded<? extends LedgerEvent>> batch);

  /** Forgets everything, so that a replay from position 0 starts from nothing. */
  void reset();
}
