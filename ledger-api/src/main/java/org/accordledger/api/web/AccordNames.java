package org.accordledger.api.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.accordledger.api.reads.AccordDocument;
import org.accordledger.api.reads.AccordReads;
import org.accordledger.core.accord.AccordId;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.docket.DocketEntry;

/** The accords that one page speaks of, each read once. For one request. */
final class AccordNames {
  private final AccordReads accords;
  private final AsOf asOf;
  private final Locale locale;
  private final Map<AccordId, AccordDocument> known = new HashMap<>();

  AccordNames(AccordReads accords, AsOf asOf, Locale locale) {
    this.accords = accords;
    this.asOf = asOf;
    this.locale = locale;
  }

  AccordDocument get(AccordId accord) {
    return known.computeIfAbsent(accord, id -> accords.get(id, asOf).document());
  }

  Names names(AccordId accord) {
    return new Names(get(accord), locale);
  }

  CaseRow row(DocketEntry entry, Address asked) {
    DocketEntry.Opening opening = entry.opening();
    return CaseRow.of(entry, asked, names(opening.accord()).of(opening.respondent()));
  }
}
