package org.accordledger.core;

import java.time.LocalDate;
import java.util.Map;

/** What holds for every filing, whatever it says. Each rule throws {@link Refused} or passes. */
public final class FilingRules {
  private FilingRules() {}

  /** Only an accord kept retrospectively lets an act bear an older date than its filing. */
  public static void datedOnlyIfRetrospective(Filing filed, boolean retrospective) {
    if (filed.dated() != null && !retrospective) {
      throw new Refused(
          FilingRefusal.DATED_NOT_ALLOWED,
          "this accord is not kept retrospectively: leave out dated (%s)".formatted(filed.dated()));
    }
  }

  /**
   * An act cannot bear a date before the act it follows. Clocks of different nodes may differ by
   * moments around midnight, so only a stated date is held against its author.
   *
   * @param earlier day of the act it follows
   * @param what that act, for the message: {@code the offer}
   */
  public static void notDatedBefore(Filing filed, LocalDate earlier, String what) {
    if (filed.dated() != null && filed.dated().isBefore(earlier)) {
      throw new Refused(
          FilingRefusal.DATED_TOO_EARLY,
          "dated %s is before %s of %s".formatted(filed.dated(), what, earlier));
    }
  }

  /** Nobody acts for a body it is not bound to. */
  public static void actsFor(Filing filed, BodyId body) {
    if (!filed.by().actsFor(body)) {
      throw new Refused(
          FilingRefusal.ACTS_FOR_ANOTHER,
          "account %s is not bound to %s: file it with an account of %s"
              .formatted(filed.by().account(), body, body));
    }
  }

  /**
   * An act that must say something says it in one language at least.
   *
   * @param field the place of the text in the words of the API
   */
  public static void givesText(String field, Map<LanguageTag, ContentRef> text) {
    if (text.isEmpty()) {
      throw new Refused(FilingRefusal.REASON_MISSING, "%s is empty: state it".formatted(field));
    }
  }

  /**
   * An act that must give a reason gives one.
   *
   * @param field the place of the text in the words of the API
   */
  public static void givesReason(String field, String text) {
    if (text.isBlank()) {
      throw new Refused(FilingRefusal.REASON_MISSING, "%s is empty: state it".formatted(field));
    }
  }
}
