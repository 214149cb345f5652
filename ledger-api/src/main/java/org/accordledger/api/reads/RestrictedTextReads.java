package org.accordledger.api.reads;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accordledger.api.security.Reader;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Marking;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.MeetingCode;
import org.accordledger.core.accord.NegotiationEvent.AccountRecorded;
import org.accordledger.core.accord.NegotiationEvent.TextCommitted;
import org.accordledger.core.accord.NegotiationEvent.TextDisclosed;
import org.accordledger.core.accord.TextId;
import org.accordledger.projections.AsOf;
import org.jspecify.annotations.Nullable;

/** Restricted texts, and the accounts that sides give of their meetings. */
final class RestrictedTextReads {
  private final AccordReads accords;
  private final Texts texts;

  RestrictedTextReads(AccordReads accords, Texts texts) {
    this.accords = accords;
    this.texts = texts;
  }

  /** Every restricted text of an accord. */
  Found<RestrictedTextsDocument> texts(AccordId accord, AsOf asOf) {
    Set<Marking> visible = Reader.current().under(accord);
    Found<List<Recorded<AccordEvent>>> found = accords.events(accord, asOf);
    Map<TextId, RestrictedTextsDocument.Item> items = new LinkedHashMap<>();
    for (Recorded<AccordEvent> recorded : found.document()) {
      switch (recorded.event()) {
        case TextCommitted e -> items.put(e.text(), committed(e, Said.of(recorded)));
        case TextDisclosed e ->
            items.computeIfPresent(
                e.text(), (id, item) -> disclosed(item, e, Said.of(recorded), visible));
        default -> {
          // every other event is about something else
        }
      }
    }
    return found.with(new RestrictedTextsDocument(accord, List.copyOf(items.values())));
  }

  private static RestrictedTextsDocument.Item committed(TextCommitted event, Said said) {
    return new RestrictedTextsDocument.Item(
        event.text(),
        event.digest(),
        event.committedBy(),
        event.offer(),
        event.occurred(),
        said,
        null);
  }

  private RestrictedTextsDocument.Item disclosed(
      RestrictedTextsDocument.Item item, TextDisclosed event, Said said, Set<Marking> visible) {
    return new RestrictedTextsDocument.Item(
        item.text(),
        item.digest(),
        item.committedBy(),
        item.offer(),
        item.occurred(),
        item.committed(),
        new RestrictedTextsDocument.Disclosure(
            event.disclosed(),
            said,
            texts.of(Map.of(TextDocument.UNKNOWN, event.words()), visible).getFirst(),
            salt(event.words(), visible)));
  }

  private @Nullable String salt(ContentRef words, Set<Marking> visible) {
    return texts
        .find(words, visible)
        .map(content -> Base64.getUrlEncoder().withoutPadding().encodeToString(content.salt()))
        .orElse(null);
  }

  /**
   * What sides tell of meetings.
   *
   * @param meeting which one; null for all
   */
  Found<AccountsDocument> accounts(AccordId accord, @Nullable MeetingCode meeting, AsOf asOf) {
    Set<Marking> visible = Reader.current().under(accord);
    Found<List<Recorded<AccordEvent>>> found = accords.events(accord, asOf);
    Map<MeetingCode, List<AccountsDocument.Account>> meetings = new LinkedHashMap<>();
    for (Recorded<AccordEvent> recorded : found.document()) {
      if (recorded.event() instanceof AccountRecorded e
          && (meeting == null || meeting.equals(e.meeting()))) {
        meetings
            .computeIfAbsent(e.meeting(), _ -> new ArrayList<>())
            .add(
                new AccountsDocument.Account(
                    e.by(),
                    e.occurred(),
                    texts.of(e.account(), visible),
                    e.source(),
                    Said.of(recorded)));
      }
    }
    return found.with(
        new AccountsDocument(
            accord,
            meetings.entrySet().stream()
                .map(one -> new AccountsDocument.Meeting(one.getKey(), one.getValue()))
                .toList()));
  }
}
