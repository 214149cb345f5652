package org.accordledger.api.reads;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accordledger.core.ContentRef;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Marking;
import org.accordledger.store.Content;
import org.accordledger.store.ContentStore;

/** Looks up texts and files that live beside the events, by what a reader may see. */
final class Texts {
  private final ContentStore contents;

  Texts(ContentStore contents) {
    this.contents = contents;
  }

  /** The texts behind digests, in the order of their languages; without text what is withheld. */
  List<TextDocument> of(Map<LanguageTag, ContentRef> refs, Set<Marking> visible) {
    return refs.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            entry ->
                new TextDocument(
                    entry.getKey(),
                    entry.getValue(),
                    find(entry.getValue(), visible)
                        .map(content -> new String(content.bytes(), StandardCharsets.UTF_8))
                        .orElse(null)))
        .toList();
  }

  /** A text or file; empty if there is none, it was withheld, or the reader may not see it. */
  Optional<Content> find(ContentRef ref, Set<Marking> visible) {
    return contents.find(ref.value()).filter(content -> visible.contains(marking(content)));
  }

  private static Marking marking(Content content) {
    return Marking.valueOf(content.marking().toUpperCase(Locale.ROOT));
  }
}
