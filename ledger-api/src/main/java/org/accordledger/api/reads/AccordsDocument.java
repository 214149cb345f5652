package org.accordledger.api.reads;

import java.util.List;
import java.util.Map;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.Party;
import org.jspecify.annotations.Nullable;

/**
 * A page of the ledger's accords, by id.
 *
 * @param next cursor of the page after this one; absent on the last
 */
public record AccordsDocument(List<Item> items, @Nullable String next) {
  /** One accord; {@code GET /accords/{accord}} has all of it. */
  public record Item(
      AccordId accord,
      Map<LanguageTag, String> title,
      boolean hypothetical,
      List<Party> parties,
      int method,
      int clausesInForce) {}
}
