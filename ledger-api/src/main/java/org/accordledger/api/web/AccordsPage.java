package org.accordledger.api.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the list of accords prints. */
record AccordsPage(Frame frame, List<Line> accords, @Nullable String nextHref) {
  /** One accord. */
  record Line(
      String href, String title, boolean hypothetical, String parties, String clausesInForce) {}
}
