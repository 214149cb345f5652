package org.accordledger.api.commands;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.accordledger.core.ContentRef;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.Marking;
import org.accordledger.log.LogHash;
import org.accordledger.store.Content;
import org.jspecify.annotations.Nullable;

/**
 * Takes the plain texts out of one request: each becomes content beside the events, and the command
 * carries its salted digest.
 */
final class ContentIntake {
  static final String TEXT = "text/plain;charset=utf-8";

  private final Marking marking;
  private final Map<ContentRef, Content> taken = new LinkedHashMap<>();

  /**
   * @param marking of every text that has none of its own
   */
  ContentIntake(Marking marking) {
    this.marking = marking;
  }

  ContentRef take(String text, @Nullable String language) {
    return take(text, language, marking, TEXT);
  }

  /** Takes a text under the stricter of its own and the request's marking. */
  ContentRef take(String text, @Nullable String language, Marking own, String mediaType) {
    Marking stricter = own.compareTo(marking) > 0 ? own : marking;
    Content content =
        Content.of(mediaType, language, bytes(text), stricter.name().toLowerCase(Locale.ROOT));
    ContentRef ref = new ContentRef(content.ref());
    taken.put(ref, content);
    return ref;
  }

  /** Takes a text under a salt that somebody chose before, so that its digest is known already. */
  ContentRef takeSalted(String text, @Nullable String language, byte[] salt) {
    byte[] bytes = bytes(text);
    ContentRef ref = new ContentRef(LogHash.commitment(salt, bytes));
    taken.put(
        ref,
        new Content(
            ref.value(), salt, TEXT, language, bytes, marking.name().toLowerCase(Locale.ROOT)));
    return ref;
  }

  /** True if the string is the digest of something taken here. */
  boolean took(String candidate) {
    return taken.keySet().stream().anyMatch(ref -> ref.value().equals(candidate));
  }

  List<Content> contents() {
    return new ArrayList<>(taken.values());
  }

  /** UTF-8, without the characters that no text can hold. */
  static byte[] bytes(String text) {
    boolean readable =
        text.codePoints()
            .allMatch(
                point ->
                    point == '\n'
                        || point == '\t'
                        || point == '\r'
                        || (!Character.isISOControl(point)
                            && Character.getType(point) != Character.SURROGATE));
    if (text.isBlank() || !readable) {
      throw new InvalidValue("text", "must be text: not blank, no control or half characters");
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
