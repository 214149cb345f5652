package org.accordledger.api.reads;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.BodyId;
import org.accordledger.core.Role;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseId;
import org.jspecify.annotations.Nullable;

/** The events of a case in order. */
public record TimelineDocument(CaseId caseId, List<Entry> items) {
  /**
   * One event.
   *
   * @param position in the ledger; also its anchor {@code #p<position>} on the case's page
   * @param version within the case
   * @param type logical name and revision
   * @param day the day the act bears or was filed on
   * @param event without the exhibits and the other case that the reader may not see; absent if it
   *     says nothing else
   * @param texts that the event names
   */
  public record Entry(
      long position,
      long version,
      String type,
      Instant recordedAt,
      LocalDate day,
      Role role,
      @Nullable BodyId body,
      @Nullable CaseEvent event,
      List<TextDocument> texts) {}
}
