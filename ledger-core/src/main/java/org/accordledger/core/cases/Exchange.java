package org.accordledger.core.cases;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the two sides have said to each other in a case.
 *
 * @param asked the respondent has asked for particulars
 * @param response the kind of the response; null before there is one
 * @param replied the complainant has replied to it
 */
public record Exchange(boolean asked, @Nullable ResponseKind response, boolean replied) {
  private static final Set<ResponseKind> DENIALS =
      EnumSet.of(
          ResponseKind.NOT_US,
          ResponseKind.NOT_THE_STATE,
          ResponseKind.NOT_PROHIBITED,
          ResponseKind.NO_FACTS,
          ResponseKind.DID_NOT_HAPPEN);

  static final Exchange NONE = new Exchange(false, null, false);

  public boolean answered() {
    return response != null;
  }

  /** True if the respondent denies what is alleged, or that it is its own or prohibited. */
  boolean denied() {
    return response != null && DENIALS.contains(response);
  }

  Exchange particularsAsked() {
    return new Exchange(true, response, replied);
  }

  Exchange answeredWith(ResponseKind kind) {
    return new Exchange(asked, kind, replied);
  }

  Exchange withReply() {
    return new Exchange(asked, response, true);
  }
}
