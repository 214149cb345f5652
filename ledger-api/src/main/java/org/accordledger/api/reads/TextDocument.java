package org.accordledger.api.reads;

import org.accordledger.core.ContentRef;
import org.accordledger.core.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * A text that lives beside the events.
 *
 * @param content its digest; {@code /contents/{content}} has the text itself
 * @param text absent if it was withheld, or is more restricted than the reader may see
 */
public record TextDocument(LanguageTag language, ContentRef content, @Nullable String text) {
  /** Of a text that is given once and not by language. */
  static final LanguageTag UNKNOWN = new LanguageTag("und");
}
