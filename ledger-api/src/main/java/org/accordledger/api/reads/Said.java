package org.accordledger.api.reads;

import java.time.Instant;
import java.time.LocalDate;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * When something was said to the ledger.
 *
 * @param filedAt when its author said it
 * @param dated the date the act itself bears, in accords kept retrospectively
 * @param recordedAt when the ledger stored it
 */
public record Said(long position, Instant filedAt, @Nullable LocalDate dated, Instant recordedAt) {
  static Said of(Recorded<? extends LedgerEvent> recorded) {
    return new Said(
        recorded.position(),
        recorded.event().filed().at(),
        recorded.event().filed().dated(),
        recorded.recordedAt());
  }
}
