package org.accordledger.api.reads;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.BodyId;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.OfferId;
import org.jspecify.annotations.Nullable;

/** Who refused which text, when, and in which words, oldest first. No guilt follows from any. */
public record RefusalsDocument(AccordId accord, List<Item> items) {

  /**
   * One refusal.
   *
   * @param offeredBy whose offer was refused
   * @param refused the texts
   * @param words the refusal in its own words
   * @param source where they are recorded
   */
  public record Item(
      long position,
      LocalDate filedOn,
      BodyId party,
      OfferId offer,
      BodyId offeredBy,
      List<RefusedText> refused,
      @Nullable TextDocument reason,
      List<TextDocument> words,
      @Nullable String source) {}

  /** A clause that was refused, in the words it was offered in. */
  public record RefusedText(ClauseCode clause, Map<LanguageTag, String> text) {}
}
