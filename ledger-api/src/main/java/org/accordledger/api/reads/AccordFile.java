package org.accordledger.api.reads;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.accordledger.core.ContentRef;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.Accord;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordStatus;
import org.accordledger.core.accord.NegotiationEvent;
import org.accordledger.core.accord.ObservanceEvent;
import org.accordledger.core.accord.OfferId;
import org.jspecify.annotations.Nullable;

/** Puts an accord's events together into the document that readers see. */
final class AccordFile {
  private final Function<Map<LanguageTag, ContentRef>, List<TextDocument>> texts;
  private final Map<OfferId, AccordDocument.Offer> offers = new LinkedHashMap<>();
  private final ObservanceFile observance;
  private final ItemStates states = new ItemStates();
  private @Nullable Accord state;

  private AccordFile(Function<Map<LanguageTag, ContentRef>, List<TextDocument>> texts) {
    this.texts = texts;
    this.observance = new ObservanceFile(this::text);
  }

  /**
   * Puts the document together.
   *
   * @param events of one accord from its first one on, in order
   * @param texts looks up texts by their digests
   * @param day on which it stands as the document says
   */
  static AccordDocument document(
      List<? extends Recorded<? extends AccordEvent>> events,
      Function<Map<LanguageTag, ContentRef>, List<TextDocument>> texts,
      LocalDate day) {
    AccordFile file = new AccordFile(texts);
    events.forEach(file::read);
    return file.close(events.getFirst(), events.getLast(), day);
  }

  private void read(Recorded<? extends AccordEvent> recorded) {
    AccordEvent event = recorded.event();
    LocalDate day = event.filed().day();
    state = Accord.evolve(state, event);
    observance.read(recorded);
    switch (event) {
      case AccordEvent.TextOffered e ->
          offers.put(
              e.offer(),
              new AccordDocument.Offer(
                  e.offer(),
                  recorded.position(),
                  day,
                  e.offeredBy(),
                  e.severable(),
                  e.items(),
                  e.source(),
                  List.of(),
                  null,
                  null,
                  null,
                  List.of()));
      case AccordEvent.ItemsAccepted e ->
          answered(
              e.offer(),
              new AccordDocument.Answer(
                  recorded.position(),
                  day,
                  e.party(),
                  e.withoutAdmission()
                      ? AccordDocument.AnswerKind.ACCEPTED_WITHOUT_ADMISSION
                      : AccordDocument.AnswerKind.ACCEPTED,
                  e.items(),
                  e.condition(),
                  null,
                  List.of(),
                  null));
      case AccordEvent.ItemsRefused e -> answered(e.offer(), refusal(recorded.position(), day, e));
      case AccordEvent.OfferWithdrawn e ->
          offers.computeIfPresent(
              e.offer(),
              (id, offer) ->
                  withAnswers(
                      offer,
                      offer.answers(),
                      new AccordDocument.Withdrawal(day, text(e.reason()))));
      case AccordEvent.ClauseEnteredIntoForce e -> states.read(e);
      case NegotiationEvent e -> negotiated(recorded.position(), day, e);
      case AccordEvent.AccordDrafted _,
          AccordEvent.CoverageDeclared _,
          ObservanceEvent _,
          AccordEvent.RulesAdopted _,
          AccordEvent.MethodAdopted _,
          AccordEvent.PanelistAppointed _,
          AccordEvent.StandingGranted _ -> {
        // the state of core holds what these say
      }
    }
  }

  private void negotiated(long position, LocalDate day, NegotiationEvent event) {
    switch (event) {
      case NegotiationEvent.Counteroffered e ->
          offers.computeIfPresent(
              e.offer(), (id, offer) -> with(offer, e.inAnswerTo(), offer.lapse()));
      case NegotiationEvent.OfferLapsed e ->
          offers.computeIfPresent(
              e.offer(),
              (id, offer) ->
                  with(
                      offer,
                      offer.inAnswerTo(),
                      new AccordDocument.Lapse(
                          position,
                          day,
                          e.on(),
                          e.ground(),
                          e.reason() == null ? null : text(e.reason()))));
      case NegotiationEvent.TextCommitted _,
          NegotiationEvent.TextDisclosed _,
          NegotiationEvent.AccountRecorded _,
          NegotiationEvent.TextContributed _,
          NegotiationEvent.DraftPromoted _ -> {
        // each has a document of its own
      }
    }
  }

  private static AccordDocument.Offer with(
      AccordDocument.Offer offer,
      @Nullable OfferId inAnswerTo,
      AccordDocument.@Nullable Lapse lapse) {
    return new AccordDocument.Offer(
        offer.offer(),
        offer.position(),
        offer.filedOn(),
        offer.offeredBy(),
        offer.severable(),
        offer.items(),
        offer.source(),
        offer.answers(),
        offer.withdrawal(),
        inAnswerTo,
        lapse,
        offer.itemStates());
  }

  private AccordDocument.Answer refusal(
      long position, LocalDate day, AccordEvent.ItemsRefused event) {
    ContentRef words = event.words();
    return new AccordDocument.Answer(
        position,
        day,
        event.party(),
        AccordDocument.AnswerKind.REFUSED,
        event.items(),
        null,
        text(event.reason()),
        words == null ? List.of() : List.of(text(words)),
        event.source());
  }

  private TextDocument text(ContentRef ref) {
    return texts.apply(Map.of(TextDocument.UNKNOWN, ref)).getFirst();
  }

  private void answered(OfferId id, AccordDocument.Answer answer) {
    offers.computeIfPresent(
        id,
        (key, offer) -> {
          List<AccordDocument.Answer> answers = new ArrayList<>(offer.answers());
          answers.add(answer);
          return withAnswers(offer, List.copyOf(answers), offer.withdrawal());
        });
  }

  private static AccordDocument.Offer withAnswers(
      AccordDocument.Offer offer,
      List<AccordDocument.Answer> answers,
      AccordDocument.@Nullable Withdrawal withdrawal) {
    return new AccordDocument.Offer(
        offer.offer(),
        offer.position(),
        offer.filedOn(),
        offer.offeredBy(),
        offer.severable(),
        offer.items(),
        offer.source(),
        answers,
        withdrawal,
        offer.inAnswerTo(),
        offer.lapse(),
        offer.itemStates());
  }

  private AccordDocument close(
      Recorded<? extends AccordEvent> first, Recorded<? extends AccordEvent> last, LocalDate day) {
    Accord accord = Objects.requireNonNull(state, "a stream has at least one event");
    return new AccordDocument(
        accord.id(),
        last.streamVersion(),
        last.position(),
        first.recordedAt(),
        accord.drafted().title(),
        accord.drafted().hypothetical(),
        accord.drafted().retrospective(),
        accord.drafted().parties(),
        accord.drafted().languages(),
        accord.drafted().lineage(),
        accord.drafted().baskets(),
        accord.rules(),
        accord.methods(),
        accord.clauses().values().stream().flatMap(List::stream).toList(),
        offers.values().stream()
            .map(offer -> offer.with(states.of(offer, offers.values(), accord, day)))
            .toList(),
        accord.observance().coverage().stream()
            .map(
                one ->
                    new AccordDocument.Coverage(one.clause(), one.body(), one.since(), one.until()))
            .toList(),
        List.copyOf(accord.standing()),
        AccordStatus.of(accord, day),
        day,
        observance.document(accord, day),
        ActLibrary.LEDGER.of(offers.values().stream().flatMap(offer -> offer.items().stream())));
  }
}
