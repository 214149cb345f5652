package org.accordledger.api.commands;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import org.accordledger.core.cases.Allegation;
import org.accordledger.core.cases.CaseId;

/** The ids of new cases. */
final class CaseIds {
  /** Never changes: with another namespace an import repeated would become new cases. */
  private static final UUID NAMESPACE = UUID.fromString("5f0a6d3c-2f1e-5b57-9a43-6a0d1f2c7e11");

  private CaseIds() {}

  /**
   * With a source id, always the same id for the same accord, source id, respondent and clause
   * (UUID version 5), so that submitting twice is noticed; without, a new one (UUID version 7).
   */
  static CaseId idFor(Allegation allegation) {
    String source = allegation.sourceId();
    UUID id =
        source == null
            ? UuidCreator.getTimeOrderedEpoch()
            : UuidCreator.getNameBasedSha1(
                NAMESPACE,
                String.join(
                    "|",
                    allegation.accord().value(),
                    source,
                    allegation.respondent().value(),
                    allegation.clause().value()));
    return new CaseId("case-" + id);
  }
}
