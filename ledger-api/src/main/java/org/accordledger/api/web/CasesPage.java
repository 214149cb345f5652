package org.accordledger.api.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the list of cases prints, with the form that chooses among them.
 *
 * @param counter figure of the scorecard whose cases these are; absent if they are of no figure
 */
record CasesPage(
    Frame frame,
    @Nullable String counter,
    List<Field> fields,
    List<String> stages,
    String stage,
    List<CaseRow> cases,
    @Nullable String nextHref) {
  /**
   * One field of the form and what stands in it.
   *
   * @param hint true if the form says what may be written there
   */
  record Field(String name, String value, boolean hint) {
    static Field plain(String name, String value) {
      return new Field(name, value, false);
    }

    static Field hinted(String name, String value) {
      return new Field(name, value, true);
    }
  }
}
