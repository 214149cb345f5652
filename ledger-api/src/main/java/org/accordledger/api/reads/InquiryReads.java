package org.accordledger.api.reads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.accordledger.api.security.Reader;
import org.accordledger.api.visibility.InquiryOrigins.Origin;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Marking;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.inquiry.Inquiry;
import org.accordledger.core.inquiry.InquiryEvent;
import org.accordledger.core.inquiry.InquiryEvent.AllegationBrought;
import org.accordledger.core.inquiry.InquiryEvent.InquiryAnswered;
import org.accordledger.core.inquiry.InquiryEvent.InquiryOpened;
import org.accordledger.core.inquiry.InquiryEvent.InquiryResolved;
import org.accordledger.core.inquiry.InquiryId;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.Cursor;
import org.accordledger.projections.Page;
import org.jspecify.annotations.Nullable;

/** Inquiries as their two sides see them: to everybody else there is none. */
public final class InquiryReads {
  private static final Set<Marking> ALL = EnumSet.allOf(Marking.class);

  private final Streams streams;
  private final Texts texts;

  InquiryReads(Streams streams, Texts texts) {
    this.streams = streams;
    this.texts = texts;
  }

  /**
   * One inquiry.
   *
   * @throws org.accordledger.api.problem.ProblemException not found, at that point or for this
   *     reader
   */
  public Found<InquiryDocument> get(InquiryId inquiry, AsOf asOf) {
    return streams
        .read(inquiry.value(), InquiryEvent.class, asOf)
        .filter(found -> Origin.of(first(found.document())).mayBeKnownTo(Reader.current()))
        .map(
            found ->
                new Found<>(
                    document(found.document()), found.position(), found.recordedAt(), found.past()))
        .orElseThrow(() -> Parameters.notFound("There is no inquiry " + inquiry + "."));
  }

  /**
   * A page of the inquiries that the reader is a side of, the oldest first.
   *
   * @param accord under which they were opened; null for any
   * @throws org.accordledger.api.problem.ProblemException for a position that is not reached yet
   */
  public Found<Page<InquiryDocument>> list(
      @Nullable AccordId accord, AsOf asOf, @Nullable String cursor, int limit) {
    Point point = streams.at(asOf);
    Reader reader = Reader.current();
    Cursor from = Parameters.refusing(() -> Cursor.parse(cursor));
    List<Recorded<InquiryOpened>> own =
        streams.inquiries(point).stream()
            .filter(one -> accord == null || accord.equals(one.event().accord()))
            .filter(one -> Origin.of(one.event()).mayBeKnownTo(reader))
            .sorted(Comparator.comparingLong(Recorded::position))
            .toList();
    Page<Recorded<InquiryOpened>> page = Pages.of(own, from, limit, Recorded::position, 0);
    Map<String, List<Recorded<InquiryEvent>>> events =
        streams.read(
            page.items().stream().map(Recorded::streamId).toList(), InquiryEvent.class, point);
    List<InquiryDocument> documents =
        page.items().stream()
            .map(one -> document(Objects.requireNonNull(events.get(one.streamId()))))
            .toList();
    return point.found(new Page<>(documents, page.next(), page.prev(), 0));
  }

  private static InquiryOpened first(List<Recorded<InquiryEvent>> events) {
    return (InquiryOpened) events.getFirst().event();
  }

  private InquiryDocument document(List<Recorded<InquiryEvent>> events) {
    InquiryOpened opened = first(events);
    List<InquiryDocument.Said> said = new ArrayList<>();
    @Nullable Inquiry state = null;
    @Nullable CaseId brought = null;
    for (Recorded<InquiryEvent> recorded : events) {
      state = Inquiry.evolve(state, recorded.event());
      switch (recorded.event()) {
        case InquiryOpened e -> said.add(said(recorded, opened.inquirer(), e.text()));
        case InquiryAnswered e -> said.add(said(recorded, opened.addressee(), e.text()));
        case InquiryResolved e -> said.add(said(recorded, opened.inquirer(), e.text()));
        case AllegationBrought e -> brought = e.caseId();
      }
    }
    Recorded<InquiryEvent> last = events.getLast();
    return new InquiryDocument(
        opened.inquiry(),
        last.streamVersion(),
        last.position(),
        events.getFirst().recordedAt(),
        opened.accord(),
        opened.clause(),
        opened.inquirer(),
        opened.addressee(),
        state == null ? Inquiry.Status.OPEN : state.status(),
        List.copyOf(said),
        brought);
  }

  private InquiryDocument.Said said(
      Recorded<InquiryEvent> recorded, BodyId by, Map<LanguageTag, ContentRef> text) {
    return new InquiryDocument.Said(
        recorded.event().filed().day(), recorded.position(), by, texts.of(text, ALL));
  }
}
