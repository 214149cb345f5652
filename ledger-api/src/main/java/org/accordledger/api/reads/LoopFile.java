package org.accordledger.api.reads;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.NegotiationEvent;
import org.accordledger.core.accord.OfferId;
import org.accordledger.core.cases.Allegation;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.cases.ResponseKind;
import org.accordledger.core.scorecard.Period;
import org.jspecify.annotations.Nullable;

/** Puts the events of an accord and of its cases on one line. */
final class LoopFile {
  private static final Comparator<LoopDocument.Item> ORDER =
      Comparator.comparing(LoopDocument.Item::day).thenComparingLong(LoopDocument.Item::position);

  private final AccordId accord;
  private final Period incidents;
  private final List<Line> lines = new ArrayList<>();
  private final Map<OfferId, AccordEvent.TextOffered> offers = new HashMap<>();
  private final Map<OfferId, OfferId> answered = new HashMap<>();
  private final Map<String, AllegationSubmitted> allegations = new LinkedHashMap<>();

  /**
   * What was said, with its words still to be looked up: only those of one page are.
   *
   * @param item without words
   */
  record Line(LoopDocument.Item item, List<Map<LanguageTag, ContentRef>> words) {
    LoopDocument.Item with(Function<Map<LanguageTag, ContentRef>, List<TextDocument>> texts) {
      List<TextDocument> found = new ArrayList<>();
      words.forEach(refs -> found.addAll(texts.apply(refs)));
      return new LoopDocument.Item(
          item.position(),
          item.day(),
          item.recordedAt(),
          item.kind(),
          item.by(),
          item.against(),
          item.offer(),
          item.caseId(),
          item.clauses(),
          item.address(),
          item.title(),
          item.condition(),
          item.response(),
          List.copyOf(found),
          item.source());
    }
  }

  private LoopFile(AccordId accord, Period incidents) {
    this.accord = accord;
    this.incidents = incidents;
  }

  /**
   * Everything that was said, by day and then by position.
   *
   * @param events of the accord, in order
   * @param cases events of those cases of it that the reader may see, in order
   * @param incidents months whose incidents count; offers have none
   */
  static List<Line> lines(
      AccordId accord,
      List<Recorded<AccordEvent>> events,
      List<Recorded<CaseEvent>> cases,
      Period incidents) {
    LoopFile file = new LoopFile(accord, incidents);
    for (Recorded<AccordEvent> recorded : events) {
      if (recorded.event() instanceof NegotiationEvent.Counteroffered e) {
        file.answered.put(e.offer(), e.inAnswerTo());
      }
    }
    events.forEach(file::readAccord);
    cases.forEach(file::readCase);
    file.lines.sort(Comparator.comparing(Line::item, ORDER));
    return List.copyOf(file.lines);
  }

  private void readAccord(Recorded<AccordEvent> recorded) {
    switch (recorded.event()) {
      case AccordEvent.TextOffered e -> offered(recorded, e);
      case AccordEvent.ItemsAccepted e ->
          answer(
              recorded,
              new OnOffer(LoopDocument.Kind.ACCEPTANCE, e.party(), e.offer(), e.condition(), null),
              e.items(),
              List.of());
      case AccordEvent.ItemsRefused e -> {
        ContentRef words = e.words();
        answer(
            recorded,
            new OnOffer(LoopDocument.Kind.REFUSAL, e.party(), e.offer(), null, e.source()),
            e.items(),
            words == null ? List.of(one(e.reason())) : List.of(one(e.reason()), one(words)));
      }
      case AccordEvent.OfferWithdrawn e ->
          answer(
              recorded,
              new OnOffer(
                  LoopDocument.Kind.OFFER_WITHDRAWAL, offeredBy(e.offer()), e.offer(), null, null),
              clauses(e.offer()),
              List.of(one(e.reason())));
      case NegotiationEvent.OfferLapsed e -> {
        ContentRef reason = e.reason();
        answer(
            recorded,
            new OnOffer(LoopDocument.Kind.LAPSE, null, e.offer(), null, null),
            clauses(e.offer()),
            reason == null ? List.of() : List.of(one(reason)));
      }
      default -> {
        // neither an offer nor an answer to one
      }
    }
  }

  private void offered(Recorded<AccordEvent> recorded, AccordEvent.TextOffered event) {
    offers.put(event.offer(), event);
    boolean counter = answered.containsKey(event.offer());
    answer(
        recorded,
        new OnOffer(
            counter ? LoopDocument.Kind.COUNTEROFFER : LoopDocument.Kind.OFFER,
            event.offeredBy(),
            event.offer(),
            null,
            event.source()),
        clauses(event.offer()),
        List.of());
  }

  /** What is said of an offer. */
  private record OnOffer(
      LoopDocument.Kind kind,
      @Nullable BodyId by,
      OfferId offer,
      @Nullable String condition,
      @Nullable String source) {}

  private void answer(
      Recorded<AccordEvent> recorded,
      OnOffer said,
      List<ClauseCode> clauses,
      List<Map<LanguageTag, ContentRef>> words) {
    LocalDate day =
        recorded.event() instanceof NegotiationEvent.OfferLapsed lapsed
            ? lapsed.on()
            : recorded.event().filed().day();
    OfferId about =
        said.kind() == LoopDocument.Kind.COUNTEROFFER ? answered.get(said.offer()) : said.offer();
    BodyId of = about == null ? null : offeredBy(about);
    lines.add(
        new Line(
            new LoopDocument.Item(
                recorded.position(),
                day,
                recorded.recordedAt(),
                said.kind(),
                said.by(),
                of == null || of.equals(said.by()) ? null : of,
                said.offer(),
                null,
                clauses,
                "/accords/%s/offers/%s/chain".formatted(accord, said.offer()),
                null,
                said.condition(),
                null,
                List.of(),
                said.source()),
            words));
  }

  private void readCase(Recorded<CaseEvent> recorded) {
    if (recorded.event() instanceof AllegationSubmitted first) {
      allegations.put(recorded.streamId(), first);
    }
    AllegationSubmitted submitted = allegations.get(recorded.streamId());
    if (submitted == null || !incidents.contains(submitted.allegation().occurred().month())) {
      return;
    }
    Allegation allegation = submitted.allegation();
    BodyId complainant = allegation.complainant();
    BodyId respondent = allegation.respondent();
    switch (recorded.event()) {
      case AllegationSubmitted _ ->
          inCase(
              recorded,
              submitted,
              new Act(LoopDocument.Kind.ALLEGATION, complainant, respondent, null),
              allegation.narrative());
      case CaseEvent.ResponseFiled e ->
          inCase(
              recorded,
              submitted,
              new Act(LoopDocument.Kind.RESPONSE, respondent, complainant, e.kind()),
              e.text());
      case CaseEvent.AllegationWithdrawn e ->
          inCase(
              recorded,
              submitted,
              new Act(LoopDocument.Kind.ALLEGATION_WITHDRAWAL, complainant, respondent, null),
              one(e.reason()));
      default -> {
        // what registrar and panel do belongs to neither side
      }
    }
  }

  /** What a side of a case does. */
  private record Act(
      LoopDocument.Kind kind, BodyId by, BodyId against, @Nullable ResponseKind response) {}

  private void inCase(
      Recorded<CaseEvent> recorded,
      AllegationSubmitted submitted,
      Act act,
      Map<LanguageTag, ContentRef> words) {
    lines.add(
        new Line(
            new LoopDocument.Item(
                recorded.position(),
                recorded.event().filed().day(),
                recorded.recordedAt(),
                act.kind(),
                act.by(),
                act.against(),
                null,
                submitted.caseId(),
                List.of(submitted.allegation().clause()),
                "/cases/" + submitted.caseId(),
                submitted.allegation().title(),
                null,
                act.response(),
                List.of(),
                null),
            List.of(words)));
  }

  private static Map<LanguageTag, ContentRef> one(ContentRef ref) {
    return Map.of(TextDocument.UNKNOWN, ref);
  }

  private @Nullable BodyId offeredBy(OfferId offer) {
    AccordEvent.TextOffered offered = offers.get(offer);
    return offered == null ? null : offered.offeredBy();
  }

  private List<ClauseCode> clauses(OfferId offer) {
    AccordEvent.TextOffered offered = offers.get(offer);
    return offered == null ? List.of() : offered.items().stream().map(Clause::code).toList();
  }
}
